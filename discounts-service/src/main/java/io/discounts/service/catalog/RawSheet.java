package io.discounts.service.catalog;

import java.util.List;

/** A sheet as MySQL and Redis keep it: the canonical JSON of each discount. */
record RawSheet(List<byte[]> bodies) {
    static final RawSheet EMPTY = new RawSheet(List.of());
}
