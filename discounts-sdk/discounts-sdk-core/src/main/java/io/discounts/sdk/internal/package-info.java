/** How the client is put together. Nothing here is for hosts. */
@NullMarked
package io.discounts.sdk.internal;

import org.jspecify.annotations.NullMarked;
