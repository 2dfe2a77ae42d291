package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sheets from the truth: one statement for each region asked for, whose snapshot a sheet and its version share. */
final class JdbcSheets implements Source<SheetKey, RawSheet> {
    private static final String SHEETS = """
            SELECT s.scope_key, s.version, d.body
              FROM scope_sheet s
              LEFT JOIN discount_scope ds ON ds.region = s.region AND ds.scope_key = s.scope_key
              LEFT JOIN discount d ON d.region = ds.region AND d.provider = ds.provider
                                  AND d.external_id = ds.external_id
             WHERE s.region = :region AND s.scope_key IN (:keys)
            """;

    private record Growing(long version, List<byte[]> bodies) {}

    private final JdbcClient jdbc;
    private final CatalogMetrics metrics;

    JdbcSheets(JdbcClient jdbc, CatalogMetrics metrics) {
        this.jdbc = jdbc;
        this.metrics = metrics;
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
        var found = metrics.timeSheetQuery(() -> query(region, keys));
        return keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> {
            var sheet = found.get(key.key());
            return sheet == null
                    ? new Versioned<>(RawSheet.EMPTY, 0)
                    : new Versioned<>(new RawSheet(List.copyOf(sheet.bodies())), sheet.version());
        }));
    }

    private Map<ScopeKey, Growing> query(Region region, List<SheetKey> keys) {
        var found = new HashMap<ScopeKey, Growing>();
        jdbc.sql(SHEETS)
                .param("region", region.code())
                .param(
                        "keys",
                        keys.stream().map(key -> ScopeKeyBytes.write(key.key())).toList())
                .query(row -> {
                    var version = row.getLong(2);
                    var sheet = found.computeIfAbsent(
                            ScopeKeyBytes.read(row.getBytes(1)), key -> new Growing(version, new ArrayList<>()));
                    var body = row.getBytes(3);
                    if (body != null) {
                        sheet.bodies().add(body);
                    }
                });
        return found;
    }
}
