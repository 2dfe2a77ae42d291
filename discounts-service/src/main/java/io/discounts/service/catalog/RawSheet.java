package io.discounts.service.catalog;

import java.time.Instant;
import java.util.List;

/**
 * A sheet as MySQL and Redis keep it: the canonical JSON of each discount.
 *
 * @param since whatever has ended by then may be missing; in whole milliseconds
 */
record RawSheet(List<byte[]> bodies, Instant since) {
    /** Of a whole sheet: nobody may ask for a time before it. */
    static final Instant ALWAYS = Instant.EPOCH;
}
