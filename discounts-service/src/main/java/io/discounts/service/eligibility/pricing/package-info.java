/** What a basket costs and what a discount takes off it, to the minor unit. Pure arithmetic. */
@NullMarked
package io.discounts.service.eligibility.pricing;

import org.jspecify.annotations.NullMarked;
