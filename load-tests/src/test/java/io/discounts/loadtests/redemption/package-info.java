/** Tests of the model that runs are held against. */
@NullMarked
package io.discounts.loadtests.redemption;

import org.jspecify.annotations.NullMarked;
