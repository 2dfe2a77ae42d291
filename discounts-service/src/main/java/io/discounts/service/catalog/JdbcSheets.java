package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sheets from the truth: one statement for each region asked for, whose snapshot sheets, their versions and the catalog's
 * generation share. A sheet that nothing is known of has a version too, for an earlier generation may have known it. What has
 * ended by a moment is left out by the index alone, before any discount is read.
 */
final class JdbcSheets implements Source<SheetKey, RawSheet> {

    private static final class Found {
        private Generation generation = new Generation(0);
        private final Map<ScopeKey, Long> changes = new HashMap<>();
        private final Map<ScopeKey, List<byte[]>> bodies = new HashMap<>();

        void take(ResultSet row) throws SQLException {
            var body = row.getBytes(4);
            if (body != null) {
                var key = ScopeKeyBytes.read(row.getBytes(1));
                bodies.computeIfAbsent(key, first -> new ArrayList<>()).add(body);
                return;
            }
            generation = new Generation(row.getLong(2));
            var key = row.getBytes(1);
            if (key != null) {
                changes.put(ScopeKeyBytes.read(key), row.getLong(3));
            }
        }

        Versioned<RawSheet> sheet(ScopeKey key, Instant since) {
            var version = generation.version(changes.getOrDefault(key, 0L));
            return new Versioned<>(new RawSheet(bodies.getOrDefault(key, List.of()), since), version);
        }
    }

    private final JdbcClient jdbc;
    private final CatalogMetrics metrics;
    private final Supplier<Instant> since;
    private final String sql;

    /** Whole sheets. */
    JdbcSheets(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables) {
        this(jdbc, metrics, tables, () -> RawSheet.ALWAYS);
    }

    /** @param since asked with each load: what has ended by then is left out; in whole milliseconds */
    JdbcSheets(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables, Supplier<Instant> since) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.since = since;
        this.sql = """
                SELECT sheet.scope_key, generation.number, sheet.version, NULL AS body
                  FROM %s generation
                  LEFT JOIN scope_sheet sheet ON sheet.region = :region AND sheet.scope_key IN (:keys)
                UNION ALL
                SELECT named.scope_key, NULL, NULL, discount.body
                  FROM %s named
                  JOIN %s discount ON discount.region = named.region AND discount.provider = named.provider
                                  AND discount.external_id = named.external_id
                 WHERE named.region = :region AND named.scope_key IN (:keys) AND named.ends_at > :since
                   AND discount.body IS NOT NULL
                """.formatted(tables.generation(), tables.scope(), tables.discount());
    }

    @Override
    public Map<SheetKey, Versioned<RawSheet>> load(Collection<SheetKey> keys) {
        var sheets = new HashMap<SheetKey, Versioned<RawSheet>>();
        keys.stream()
                .collect(Collectors.groupingBy(SheetKey::region))
                .forEach((region, ofRegion) -> sheets.putAll(load(region, ofRegion)));
        return sheets;
    }

    private Map<SheetKey, Versioned<RawSheet>> load(Region region, List<SheetKey> keys) {
        var bound = since.get();
        var found = metrics.timeSheetQuery(() -> query(region, keys, bound));
        return keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> found.sheet(key.key(), bound)));
    }

    private Found query(Region region, List<SheetKey> keys, Instant bound) {
        var found = new Found();
        jdbc.sql(sql)
                .param("region", region.code())
                .param(
                        "keys",
                        keys.stream().map(key -> ScopeKeyBytes.write(key.key())).toList())
                .param("since", EndColumn.since(bound))
                .query(found::take);
        return found;
    }
}
