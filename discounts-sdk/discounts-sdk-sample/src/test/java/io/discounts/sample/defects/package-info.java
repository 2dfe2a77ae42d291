/** The search beside the testkit's fake service, right and wrong on purpose. */
@NullMarked
package io.discounts.sample.defects;

import org.jspecify.annotations.NullMarked;
