package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.ScopeKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The table that says which discounts a scope key names, and when each of them ends. */
final class ScopeIndex {

    private record Entry(
            SheetKey sheet, DiscountRow row, @Nullable LocalDateTime end) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::sheet).thenComparing(Entry::row);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }

        Object[] key() {
            return new Object[] {
                sheet.region().code(),
                sheet.key().written(),
                row.id().provider(),
                row.id().externalId()
            };
        }

        @Nullable
        Object[] columns() {
            @Nullable Object[] columns = Arrays.copyOf(key(), COLUMNS);
            columns[COLUMNS - 1] = end;
            return columns;
        }
    }

    private static final int CHUNK = 1_000;
    private static final int COLUMNS = 5;

    private final JdbcTemplate jdbc;
    private final MultiRowInsert insert;
    private final String delete;

    /** A row that is there already has another end, or was left behind by somebody's hand, for the discount's row is locked. */
    ScopeIndex(JdbcTemplate jdbc, CatalogTables tables) {
        this.jdbc = jdbc;
        this.insert = new MultiRowInsert(
                tables.scope() + " (region, scope_key, provider, external_id, ends_at)",
                COLUMNS,
                "ON DUPLICATE KEY UPDATE ends_at = VALUES(ends_at)");
        this.delete = "DELETE FROM " + tables.scope()
                + " WHERE region = ? AND scope_key = ? AND provider = ? AND external_id = ?";
    }

    Update update() {
        return new Update();
    }

    /** Collects the moves of one transaction and writes them in the order of the primary key. */
    final class Update {
        private final Set<Entry> removed = new TreeSet<>();
        private final Set<Entry> put = new TreeSet<>();
        private final Map<SheetKey, Set<DiscountId>> touched = new HashMap<>();

        /** A key that stays is written anew if the discount ends at another time: later, or it would be hidden. */
        void move(DiscountRow row, IndexPlace before, IndexPlace now) {
            var kept = Objects.equals(before.end(), now.end()) ? before.keys() : Set.<ScopeKey>of();
            before.keys().forEach(key -> note(entry(row, key, before), now.keys(), removed));
            now.keys().forEach(key -> note(entry(row, key, now), kept, put));
        }

        /** Writes, and tells the keys whose sheets hold, or held, moved discounts, each with these. */
        Map<SheetKey, Set<DiscountId>> write() {
            jdbc.batchUpdate(delete, removed.stream().map(Entry::key).toList());
            for (var chunk : Chunks.of(List.copyOf(put), CHUNK)) {
                insert.insert(jdbc, chunk, Entry::columns);
            }
            return touched;
        }

        private void note(Entry entry, Set<ScopeKey> unchanged, Set<Entry> changed) {
            touched.computeIfAbsent(entry.sheet(), first -> new HashSet<>())
                    .add(entry.row().id());
            if (!unchanged.contains(entry.sheet().key())) {
                changed.add(entry);
            }
        }

        private static Entry entry(DiscountRow row, ScopeKey key, IndexPlace place) {
            return new Entry(new SheetKey(row.region(), key), row, place.end());
        }
    }
}
