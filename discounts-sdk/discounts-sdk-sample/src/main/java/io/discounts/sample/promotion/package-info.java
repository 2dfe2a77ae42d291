/** The shop's own promotions, as its tables have always had them. Free of frameworks, and of the SDK. */
@NullMarked
package io.discounts.sample.promotion;

import org.jspecify.annotations.NullMarked;
