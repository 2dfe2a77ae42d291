@NullMarked
package io.discounts.sample.news;

import org.jspecify.annotations.NullMarked;
