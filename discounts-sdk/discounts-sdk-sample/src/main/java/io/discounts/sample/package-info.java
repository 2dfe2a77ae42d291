/**
 * A small monolith that sells in Andorra, on its way from its own discount search to the service. The arrows: {@code shop} knows
 * {@code search} and {@code news}, {@code news} the names that {@code search} gives to things, and all of them {@code promotion}.
 */
@NullMarked
package io.discounts.sample;

import org.jspecify.annotations.NullMarked;
