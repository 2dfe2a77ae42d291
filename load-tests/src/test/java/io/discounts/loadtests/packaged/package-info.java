@NullMarked
package io.discounts.loadtests.packaged;

import org.jspecify.annotations.NullMarked;
