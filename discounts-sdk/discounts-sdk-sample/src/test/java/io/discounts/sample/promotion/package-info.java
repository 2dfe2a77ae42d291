@NullMarked
package io.discounts.sample.promotion;

import org.jspecify.annotations.NullMarked;
