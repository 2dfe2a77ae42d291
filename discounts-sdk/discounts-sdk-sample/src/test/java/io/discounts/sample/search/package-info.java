@NullMarked
package io.discounts.sample.search;

import org.jspecify.annotations.NullMarked;
