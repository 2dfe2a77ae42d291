/** Tests of the harness. */
@NullMarked
package io.discounts.loadtests.harness;

import org.jspecify.annotations.NullMarked;
