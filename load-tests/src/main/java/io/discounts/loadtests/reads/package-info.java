/** Runs about reads: how fast, beside what is possible, and what becomes of them under more load than can be borne. */
@NullMarked
package io.discounts.loadtests.reads;

import org.jspecify.annotations.NullMarked;
