/** The shop's own discount search, behind the SDK's {@link io.discounts.sdk.DiscountsBackend}. */
@NullMarked
package io.discounts.sample.search;

import org.jspecify.annotations.NullMarked;
