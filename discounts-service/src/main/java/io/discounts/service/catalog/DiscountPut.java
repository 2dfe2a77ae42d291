package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.json.DiscountJson;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A change as it will stand in the tables: a row, and its place in the index. */
final class DiscountPut {
    private final DiscountRow row;
    private final long version;
    private final @Nullable String body;
    private final IndexPlace place;

    private DiscountPut(DiscountChange change, @Nullable String body, IndexPlace place) {
        this.row = DiscountRow.of(change);
        this.version = change.version();
        this.body = body;
        this.place = place;
    }

    static DiscountPut of(DiscountChange change) {
        return switch (change) {
            case DiscountChange.Published published -> {
                var discount = published.discount();
                yield new DiscountPut(
                        change,
                        new String(DiscountJson.write(discount), StandardCharsets.UTF_8),
                        IndexPlace.of(discount));
            }
            case DiscountChange.Withdrawn ignored -> new DiscountPut(change, null, IndexPlace.NOWHERE);
        };
    }

    DiscountRow row() {
        return row;
    }

    long version() {
        return version;
    }

    IndexPlace place() {
        return place;
    }

    /** Canonical JSON; empty: withdrawn. */
    Optional<String> canonical() {
        return Optional.ofNullable(body);
    }

    /** Bytes, roughly. */
    int weight() {
        return body == null ? 0 : body.length();
    }

    /** In the order of the table's columns. */
    @Nullable
    Object[] columns() {
        return new @Nullable Object[] {
            row.region().code(), row.id().provider(), row.id().externalId(), version, body
        };
    }
}
