/** Ingestion under kills, zombies, resharding and load, held against a model of its own. */
@NullMarked
package io.discounts.loadtests.ingestion;

import org.jspecify.annotations.NullMarked;
