/** Store navigation, checkout and back office over HTTP: the code that asks for discounts and does not know from where. */
@NullMarked
package io.discounts.sample.shop;

import org.jspecify.annotations.NullMarked;
