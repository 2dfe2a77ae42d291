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
import java.util.stream.Collectors;

/** Store facts from the truth, one statement for each region asked for; tombstones are unknown stores of a version. */
final class JdbcStores implements Source<StoreKey, Optional<StoreFacts>> {
    private static final Versioned<Optional<StoreFacts>> UNKNOWN = new Versioned<>(Optional.empty(), 0);

    private final JdbcClient jdbc;
    private final CatalogMetrics metrics;
    private final String sql;

    JdbcStores(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.sql = """
                SELECT store_id, version, removed, city, type, brand
                  FROM %s WHERE region = :region AND store_id IN (:ids)
                """.formatted(tables.store());
    }

    @Override
    public Map<StoreKey, Versioned<Optional<StoreFacts>>> load(Collection<StoreKey> keys) {
        var stores = new HashMap<StoreKey, Versioned<Optional<StoreFacts>>>();
        keys.forEach(key -> stores.put(key, UNKNOWN));
        keys.stream()
                .collect(Collectors.groupingBy(StoreKey::region))
                .forEach((region, ofRegion) -> metrics.timeStoreQuery(() -> query(region, ofRegion, stores)));
        return stores;
    }

    private Map<StoreKey, Versioned<Optional<StoreFacts>>> query(
            Region region, List<StoreKey> keys, Map<StoreKey, Versioned<Optional<StoreFacts>>> into) {
        jdbc.sql(sql)
                .param("region", region.code())
                .param("ids", keys.stream().map(key -> key.storeId().value()).toList())
                .query(row -> {
                    var store = new StoreId(row.getString("store_id"));
                    into.put(new StoreKey(region, store), read(region, store, row));
                });
        return into;
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
