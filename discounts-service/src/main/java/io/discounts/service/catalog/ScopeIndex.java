package io.discounts.service.catalog;

import io.discounts.service.discount.ScopeKey;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table that says which discounts a scope key names. */
final class ScopeIndex {

    private record Entry(SheetKey sheet, DiscountRow row) implements Comparable<Entry> {
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::sheet).thenComparing(Entry::row);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }

        Object[] columns() {
            return new Object[] {
                sheet.region().code(),
                sheet.key().written(),
                row.id().provider(),
                row.id().externalId()
            };
        }
    }

    private static final int CHUNK = 1_000;

    private final JdbcTemplate jdbc;
    private final MultiRowInsert insert;
    private final String delete;

    /** A row that is there already was left behind by somebody's hand, for the discount's row is locked. */
    ScopeIndex(JdbcTemplate jdbc, CatalogTables tables) {
        this.jdbc = jdbc;
        this.insert = new MultiRowInsert(
                tables.scope() + " (region, scope_key, provider, external_id)",
                4,
                "ON DUPLICATE KEY UPDATE region = VALUES(region)");
        this.delete = "DELETE FROM " + tables.scope()
                + " WHERE region = ? AND scope_key = ? AND provider = ? AND external_id = ?";
    }

    Update update() {
        return new Update();
    }

    /** Collects the moves of one transaction and writes them in the order of the primary key. */
    final class Update {
        private final Set<Entry> removed = new TreeSet<>();
        private final Set<Entry> added = new TreeSet<>();
        private final Set<SheetKey> touched = new TreeSet<>();

        void move(DiscountRow row, Set<ScopeKey> before, Set<ScopeKey> now) {
            before.forEach(key -> note(row, key, now, removed));
            now.forEach(key -> note(row, key, before, added));
        }

        /** Writes, and tells the keys whose sheets hold, or held, a moved discount. */
        Set<SheetKey> write() {
            jdbc.batchUpdate(delete, removed.stream().map(Entry::columns).toList());
            for (var chunk : Chunks.of(List.copyOf(added), CHUNK)) {
                insert.insert(jdbc, chunk, Entry::columns);
            }
            return touched;
        }

        private void note(DiscountRow row, ScopeKey key, Set<ScopeKey> otherSide, Set<Entry> changed) {
            var sheet = new SheetKey(row.region(), key);
            touched.add(sheet);
            if (!otherSide.contains(key)) {
                changed.add(new Entry(sheet, row));
            }
        }
    }
}
