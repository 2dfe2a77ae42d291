/**
 * The nearest unlock: which facts a customer would have to change for a refused discount to apply. Constructed from what the
 * discount asks, without trying out, for evaluate tells it of every discount it refuses. Pure.
 */
@NullMarked
package io.discounts.service.eligibility.unlock;

import org.jspecify.annotations.NullMarked;
