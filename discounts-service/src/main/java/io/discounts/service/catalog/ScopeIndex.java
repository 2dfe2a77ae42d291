package io.discounts.service.catalog;

import io.discounts.service.discount.ScopeKey;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
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
    }

    private final JdbcTemplate jdbc;
    private final String insert;
    private final String delete;

    ScopeIndex(JdbcTemplate jdbc, CatalogTables tables) {
        this.jdbc = jdbc;
        this.delete = """
                DELETE FROM %s
                 WHERE region = ? AND scope_key = ? AND provider = ? AND external_id = ?
                """.formatted(tables.scope());
        this.insert = "INSERT IGNORE INTO %s (region, scope_key, provider, external_id) VALUES (?, ?, ?, ?)"
                .formatted(tables.scope());
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
            Batches.update(jdbc, delete, removed, Update::bind);
            Batches.update(jdbc, insert, added, Update::bind);
            return touched;
        }

        private void note(DiscountRow row, ScopeKey key, Set<ScopeKey> otherSide, Set<Entry> changed) {
            var sheet = new SheetKey(row.region(), key);
            touched.add(sheet);
            if (!otherSide.contains(key)) {
                changed.add(new Entry(sheet, row));
            }
        }

        private static void bind(PreparedStatement statement, Entry entry) throws SQLException {
            statement.setString(1, entry.sheet().region().code());
            statement.setBytes(2, ScopeKeyBytes.write(entry.sheet().key()));
            statement.setString(3, entry.row().id().provider());
            statement.setString(4, entry.row().id().externalId());
        }
    }
}
