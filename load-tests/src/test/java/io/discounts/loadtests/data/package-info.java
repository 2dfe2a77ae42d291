/** Tests of the generated data: the same from the same seed, in proportion, and what the service makes of it. */
@NullMarked
package io.discounts.loadtests.data;

import org.jspecify.annotations.NullMarked;
