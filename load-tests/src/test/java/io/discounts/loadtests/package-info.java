/** Tests of the runs' own arithmetic. */
@NullMarked
package io.discounts.loadtests;

import org.jspecify.annotations.NullMarked;
