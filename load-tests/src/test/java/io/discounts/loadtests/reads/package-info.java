@NullMarked
package io.discounts.loadtests.reads;

import org.jspecify.annotations.NullMarked;
