package io.discounts.service.catalog;

/** A value as of a version that grows with each change of its key; 0 for a key that nothing is known of. */
record Versioned<V>(V value, long version) {}
