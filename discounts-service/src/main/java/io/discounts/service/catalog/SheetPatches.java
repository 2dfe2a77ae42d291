package io.discounts.service.catalog;

import java.util.Collection;
import java.util.Map;

/** What has become of sheets, without reading them. */
interface SheetPatches {
    /** Tells the sheets' versions and what is in force of some discounts by then, both as of one moment. */
    Read read(Collection<SheetKey> sheets, Collection<DiscountRow> discounts);

    /**
     * As of one moment.
     *
     * @param versions of all the sheets asked for
     * @param bodies canonical JSON; what was withdrawn, or never was, is missing
     */
    record Read(Map<SheetKey, Long> versions, Map<DiscountRow, byte[]> bodies) {}
}
