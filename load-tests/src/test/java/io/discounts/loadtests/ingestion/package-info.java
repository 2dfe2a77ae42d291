/** Tests of the model that runs are held against. */
@NullMarked
package io.discounts.loadtests.ingestion;

import org.jspecify.annotations.NullMarked;
