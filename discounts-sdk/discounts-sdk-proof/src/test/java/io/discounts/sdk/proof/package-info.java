/** The client's promises, tried out: on the JDKs that hosts run, with every fault there is, and for what it costs. */
@NullMarked
package io.discounts.sdk.proof;

import org.jspecify.annotations.NullMarked;
