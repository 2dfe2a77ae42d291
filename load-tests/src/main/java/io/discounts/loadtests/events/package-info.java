/** What downstream systems hear: everything, in order for each discount, whatever fails in between. */
@NullMarked
package io.discounts.loadtests.events;

import org.jspecify.annotations.NullMarked;
