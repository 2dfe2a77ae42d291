package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.json.DiscountJson;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds what the live catalog knows and the shadow does not, or in an older version: events that the replay has not seen,
 * because the log's last segment was not written yet, say. They come as the changes that would teach it.
 */
record Laggards(JdbcTemplate jdbc) {
    private static final int BATCH = 500;
    private static final String DISCOUNTS = """
            SELECT live.region, live.provider, live.external_id, live.version, live.body
              FROM discount live LEFT JOIN discount_shadow shadow
                ON shadow.region = live.region AND shadow.provider = live.provider
               AND shadow.external_id = live.external_id
             WHERE shadow.version IS NULL OR shadow.version < live.version
            """;
    private static final String STORES = """
            SELECT live.region, live.store_id, live.version, live.removed, live.city, live.type, live.brand
              FROM store live LEFT JOIN store_shadow shadow
                ON shadow.region = live.region AND shadow.store_id = live.store_id
             WHERE shadow.version IS NULL OR shadow.version < live.version
            """;

    private interface Reading {
        CatalogChange of(ResultSet row) throws SQLException;
    }

    /** Hands all of them over, in batches. */
    void forEach(Consumer<List<CatalogChange>> taker) {
        stream(STORES, Laggards::store, taker);
        stream(DISCOUNTS, Laggards::discount, taker);
    }

    private void stream(String sql, Reading reading, Consumer<List<CatalogChange>> taker) {
        var batch = new ArrayList<CatalogChange>();
        LongQuery.stream(jdbc, sql, row -> {
            batch.add(reading.of(row));
            if (batch.size() == BATCH) {
                taker.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            taker.accept(batch);
        }
    }

    private static CatalogChange discount(ResultSet row) throws SQLException {
        var body = row.getBytes(5);
        return body == null
                ? new DiscountChange.Withdrawn(
                        new DiscountId(row.getString(2), row.getString(3)),
                        new Region(row.getString(1)),
                        row.getLong(4))
                : new DiscountChange.Published(DiscountJson.read(body));
    }

    private static CatalogChange store(ResultSet row) throws SQLException {
        var region = new Region(row.getString("region"));
        var store = new StoreId(row.getString("store_id"));
        return row.getBoolean("removed")
                ? new StoreChange.Removed(store, region, row.getLong("version"))
                : new StoreChange.Updated(JdbcStores.facts(region, store, row));
    }
}
