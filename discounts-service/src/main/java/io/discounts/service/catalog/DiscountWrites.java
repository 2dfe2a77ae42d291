package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.json.DiscountJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Discounts into their table and its index of scope keys, guarded by version. Rows are locked first, in the order of the
 * primary key, so that writers wait for each other rather than deadlock. A row that does not exist yet cannot be locked:
 * the upsert guards the version once more, and a scope row that loses such a race is one too many, which readers ignore.
 */
final class DiscountWrites {

    /** What was written, and the keys whose sheets have changed by it. */
    record Written(Set<DiscountRow> rows, Set<SheetKey> touched) {}

    private record Held(long version, Set<ScopeKey> keys) {}

    private final JdbcTemplate jdbc;
    private final String table;
    private final String upsert;
    private final ScopeIndex index;

    DiscountWrites(JdbcTemplate jdbc, CatalogTables tables) {
        this.jdbc = jdbc;
        this.table = tables.discount();
        this.upsert = """
                INSERT INTO %s (region, provider, external_id, version, body) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  body = IF(VALUES(version) > version, VALUES(body), body),
                  version = GREATEST(version, VALUES(version))
                """.formatted(table);
        this.index = new ScopeIndex(jdbc, tables);
    }

    /**
     * Writes those changes that are newer than what the table holds.
     *
     * @param newest at most one change for each discount
     */
    Written write(Collection<DiscountChange> newest) {
        if (newest.isEmpty()) {
            return new Written(Set.of(), Set.of());
        }
        var changes = new TreeMap<DiscountRow, DiscountChange>();
        newest.forEach(change -> changes.put(DiscountRow.of(change), change));
        var held = lock(changes.keySet());
        changes.entrySet().removeIf(change -> isOutdated(change.getValue(), held.get(change.getKey())));
        upsert(changes.values());
        return new Written(changes.keySet(), reindex(changes, held));
    }

    private Map<DiscountRow, Held> lock(Set<DiscountRow> rows) {
        var held = new HashMap<DiscountRow, Held>();
        var named = KeyPredicate.of(
                DiscountRow.KEY, rows.stream().map(DiscountRow::key).toList());
        jdbc.query(
                "SELECT region, provider, external_id, version, body FROM " + table + " WHERE "
                        + named.sql()
                        + " ORDER BY region, provider, external_id FOR UPDATE",
                (ResultSet row) -> {
                    var id = new DiscountId(row.getString(2), row.getString(3));
                    held.put(new DiscountRow(new Region(row.getString(1)), id), held(row));
                },
                named.parameters().toArray());
        return held;
    }

    private static Held held(ResultSet row) throws SQLException {
        var body = row.getBytes(5);
        return new Held(
                row.getLong(4),
                body == null ? Set.of() : DiscountJson.read(body).scope().keys());
    }

    private static boolean isOutdated(DiscountChange change, @Nullable Held held) {
        return held != null && change.version() <= held.version();
    }

    private void upsert(Collection<DiscountChange> changes) {
        Batches.update(jdbc, upsert, changes, (statement, change) -> {
            statement.setString(1, change.region().code());
            statement.setString(2, change.id().provider());
            statement.setString(3, change.id().externalId());
            statement.setLong(4, change.version());
            var discount = discount(change);
            statement.setBytes(5, discount == null ? null : DiscountJson.write(discount));
        });
    }

    private Set<SheetKey> reindex(Map<DiscountRow, DiscountChange> changes, Map<DiscountRow, Held> held) {
        var update = index.update();
        changes.forEach((row, change) -> {
            var before = held.get(row);
            var now = discount(change);
            update.move(
                    row,
                    before == null ? Set.of() : before.keys(),
                    now == null ? Set.of() : now.scope().keys());
        });
        return update.write();
    }

    private static @Nullable Discount discount(DiscountChange change) {
        return switch (change) {
            case DiscountChange.Published published -> published.discount();
            case DiscountChange.Withdrawn ignored -> null;
        };
    }
}
