/**
 * The data of heavy runs, drawn from a seed: a marketplace, what its providers have published, and files of it in the formats
 * that an event log, a provider or a database takes.
 */
@NullMarked
package io.discounts.loadtests.data;

import org.jspecify.annotations.NullMarked;
