/** Checkouts' holds: never sold twice, never stuck, whatever fails in between. */
@NullMarked
package io.discounts.loadtests.redemption;

import org.jspecify.annotations.NullMarked;
