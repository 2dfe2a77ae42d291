package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.sql.MultiRowInsert;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The table that says which discounts a scope key names, and when each of them ends. */
final class ScopeIndex {

    private record Entry(
            SheetKey sheet, DiscountRow row, @Nullable String end) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int bySheet = sheet.compareTo(other.sheet);
            return bySheet == 0 ? row.compareTo(other.row) : bySheet;
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
                "ON DUPLICATE KEY UPDATE ends_at = VALUES(ends_at)");
        this.delete = "DELETE FROM " + tables.scope()
                + " WHERE region = ? AND scope_key = ? AND provider = ? AND external_id = ?";
    }

    /** @param touched gets the keys whose sheets hold, or held, moved discounts, each with these */
    Update update(Map<SheetKey, List<DiscountId>> touched) {
        return new Update(touched);
    }

    /** Collects the moves of different discounts in one transaction and writes them in the order of the primary key. */
    final class Update {
        private final List<Entry> removed = new ArrayList<>();
        private final List<Entry> put = new ArrayList<>();
        private final Map<SheetKey, List<DiscountId>> touched;

        private Update(Map<SheetKey, List<DiscountId>> touched) {
            this.touched = touched;
        }

        /** A key that stays is written anew if the discount ends at another time: later, or it would be hidden. */
        void move(DiscountRow row, IndexPlace before, IndexPlace now) {
            var kept = Objects.equals(before.end(), now.end()) ? before.keys() : Set.<ScopeKey>of();
            for (var key : before.keys()) {
                if (!now.keys().contains(key)) {
                    removed.add(touch(row, key, before));
                }
            }
            for (var key : now.keys()) {
                var entry = touch(row, key, now);
                if (!kept.contains(key)) {
                    put.add(entry);
                }
            }
        }

        void write() {
            jdbc.batchUpdate(delete, removed.stream().sorted().map(Entry::key).toList());
            for (var chunk : Chunks.of(put.stream().sorted().toList(), CHUNK)) {
                insert.insert(jdbc, chunk, Entry::columns);
            }
        }

        private Entry touch(DiscountRow row, ScopeKey key, IndexPlace place) {
            var sheet = new SheetKey(row.region(), key);
            touched.computeIfAbsent(sheet, first -> new ArrayList<>(1)).add(row.id());
            return new Entry(sheet, row, place.end());
        }
    }
}
