/** The service, asked over HTTP. */
@NullMarked
package io.discounts.sdk.internal.http;

import org.jspecify.annotations.NullMarked;
