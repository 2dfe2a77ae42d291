package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Store facts into their table, guarded by version as {@link DiscountWrites} guards discounts. */
final class StoreWrites {
    private static final Comparator<StoreKey> BY_PRIMARY_KEY =
            Comparator.comparing(StoreKey::region).thenComparing(StoreKey::storeId);
    private final JdbcTemplate jdbc;
    private final String table;
    private final String upsert;

    StoreWrites(JdbcTemplate jdbc, CatalogTables tables) {
        this.jdbc = jdbc;
        this.table = tables.store();
        this.upsert = """
                INSERT INTO %s (region, store_id, version, removed, city, type, brand) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                  removed = IF(VALUES(version) > version, VALUES(removed), removed),
                  city = IF(VALUES(version) > version, VALUES(city), city),
                  type = IF(VALUES(version) > version, VALUES(type), type),
                  brand = IF(VALUES(version) > version, VALUES(brand), brand),
                  version = GREATEST(version, VALUES(version))
                """.formatted(table);
    }

    /**
     * Writes those changes that are newer than what the table holds.
     *
     * @param newest at most one change for each store
     * @return the version each changed store has now
     */
    Map<StoreKey, Long> write(Collection<StoreChange> newest) {
        if (newest.isEmpty()) {
            return Map.of();
        }
        var changes = new TreeMap<StoreKey, StoreChange>(BY_PRIMARY_KEY);
        newest.forEach(change -> changes.put(new StoreKey(change.region(), change.storeId()), change));
        var held = lock(changes.keySet());
        changes.entrySet().removeIf(change -> change.getValue().version() <= held.getOrDefault(change.getKey(), -1L));
        Batches.update(jdbc, upsert, changes.values(), StoreWrites::bind);
        var written = new HashMap<StoreKey, Long>();
        changes.forEach((key, change) -> written.put(key, change.version()));
        return written;
    }

    private Map<StoreKey, Long> lock(Collection<StoreKey> keys) {
        var held = new HashMap<StoreKey, Long>();
        var named = KeyPredicate.of(
                List.of("region", "store_id"),
                keys.stream()
                        .map(key -> List.of(key.region().code(), key.storeId().value()))
                        .toList());
        jdbc.query(
                named.lock("region, store_id, version", table),
                (ResultSet row) -> {
                    var key = new StoreKey(new Region(row.getString(1)), new StoreId(row.getString(2)));
                    held.put(key, row.getLong(3));
                },
                named.parameters().toArray());
        return held;
    }

    private static void bind(PreparedStatement statement, StoreChange change) throws SQLException {
        var facts = facts(change);
        statement.setString(1, change.region().code());
        statement.setString(2, change.storeId().value());
        statement.setLong(3, change.version());
        statement.setBoolean(4, facts == null);
        statement.setString(5, facts == null ? null : facts.city());
        statement.setString(6, facts == null ? null : facts.type());
        statement.setString(7, facts == null ? null : facts.brand());
    }

    private static @Nullable StoreFacts facts(StoreChange change) {
        return switch (change) {
            case StoreChange.Updated updated -> updated.facts();
            case StoreChange.Removed ignored -> null;
        };
    }
}
