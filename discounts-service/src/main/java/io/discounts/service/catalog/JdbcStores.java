package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Store facts from the truth, one statement, whatever regions they are of; tombstones are unknown stores of a version. */
final class JdbcStores implements Source<StoreKey, Optional<StoreFacts>> {
    private static final Versioned<Optional<StoreFacts>> UNKNOWN = new Versioned<>(Optional.empty(), 0);

    private final JdbcClient jdbc;
    private final CatalogMetrics metrics;
    private final String sql;

    JdbcStores(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.sql =
                "SELECT region, store_id, version, removed, city, type, brand FROM %s WHERE ".formatted(tables.store());
    }

    @Override
    public Map<StoreKey, Versioned<Optional<StoreFacts>>> load(Collection<StoreKey> keys) {
        var stores = new HashMap<StoreKey, Versioned<Optional<StoreFacts>>>();
        keys.forEach(key -> stores.put(key, UNKNOWN));
        return keys.isEmpty() ? stores : metrics.timeStoreQuery(() -> fill(stores));
    }

    private Map<StoreKey, Versioned<Optional<StoreFacts>>> fill(Map<StoreKey, Versioned<Optional<StoreFacts>>> stores) {
        var named = KeyPredicate.of(
                List.of("region", "store_id"),
                stores.keySet().stream()
                        .map(key -> List.<Object>of(
                                key.region().code(), key.storeId().value()))
                        .toList());
        jdbc.sql(sql + named.sql()).params(named.parameters()).query(row -> {
            var region = new Region(row.getString("region"));
            var store = new StoreId(row.getString("store_id"));
            stores.put(new StoreKey(region, store), read(region, store, row));
        });
        return stores;
    }

    private static Versioned<Optional<StoreFacts>> read(Region region, StoreId store, ResultSet row)
            throws SQLException {
        var version = row.getLong("version");
        return new Versioned<>(
                row.getBoolean("removed") ? Optional.empty() : Optional.of(facts(region, store, row)), version);
    }

    /** The facts of a row that is no tombstone. */
    static StoreFacts facts(Region region, StoreId store, ResultSet row) throws SQLException {
        return new StoreFacts(
                region,
                store,
                row.getLong("version"),
                row.getString("city"),
                row.getString("type"),
                row.getString("brand"));
    }
}
