/** What a host may bring itself. */
@NullMarked
package io.discounts.sdk.spi;

import org.jspecify.annotations.NullMarked;
