/** The contract's JSON, read and written as a stream. */
@NullMarked
package io.discounts.sdk.internal.json;

import org.jspecify.annotations.NullMarked;
