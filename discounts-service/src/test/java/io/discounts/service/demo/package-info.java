/** A marketplace to look at: stores and discounts of 25 countries, made up from a seed and published like real ones. */
@NullMarked
package io.discounts.service.demo;

import org.jspecify.annotations.NullMarked;
