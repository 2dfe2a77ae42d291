@NullMarked
package io.discounts.sample.shop;

import org.jspecify.annotations.NullMarked;
