package io.discounts.loadtests.ingestion;

import java.util.Comparator;
import java.util.List;

/** A scope key's row for a discount, in the order of the primary key. */
record BareScope(BareRow row, String key) {
    static final Comparator<BareScope> BY_KEY = Comparator.comparing(
                    (BareScope scope) -> scope.row().region())
            .thenComparing(BareScope::key)
            .thenComparing(BareScope::row, BareRow.BY_KEY);

    Object[] columns() {
        return new Object[] {row.region(), key, row.provider(), row.externalId(), row.endsAt()};
    }

    /** What it makes newer. */
    List<String> sheet() {
        return List.of(row.region(), key);
    }
}
