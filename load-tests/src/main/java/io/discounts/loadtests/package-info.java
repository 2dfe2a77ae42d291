/** Heavy runs, started by name. */
@NullMarked
package io.discounts.loadtests;

import org.jspecify.annotations.NullMarked;
