package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Sheets from the truth: one statement, whatever regions they are of, whose snapshot sheets, their versions and the catalog's
 * generation share. A sheet that nothing is known of has a version too, for an earlier generation may have known it. What has
 * ended by a moment is left out by the index alone, before any discount is read.
 */
final class JdbcSheets implements Source<SheetKey, RawSheet> {

    private static final class Found {
        private Generation generation = new Generation(0);
        private final Map<SheetKey, Long> changes = new HashMap<>();
        private final Map<SheetKey, List<byte[]>> bodies = new HashMap<>();

        void take(ResultSet row) throws SQLException {
            var body = row.getBytes(5);
            if (body != null) {
                bodies.computeIfAbsent(key(row), first -> new ArrayList<>()).add(body);
                return;
            }
            generation = new Generation(row.getLong(3));
            if (row.getString(1) != null) {
                changes.put(key(row), row.getLong(4));
            }
        }

        private static SheetKey key(ResultSet row) throws SQLException {
            return new SheetKey(new Region(row.getString(1)), ScopeKeyBytes.read(row.getBytes(2)));
        }

        Versioned<RawSheet> sheet(SheetKey key, Instant since) {
            var version = generation.version(changes.getOrDefault(key, 0L));
            return new Versioned<>(new RawSheet(bodies.getOrDefault(key, List.of()), since), version);
        }
    }

    private final JdbcClient jdbc;
    private final CatalogMetrics metrics;
    private final Supplier<Instant> since;
    private final CatalogTables tables;

    /** Whole sheets. */
    JdbcSheets(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables) {
        this(jdbc, metrics, tables, () -> RawSheet.ALWAYS);
    }

    /** @param since asked with each load: what has ended by then is left out; in whole milliseconds */
    JdbcSheets(JdbcClient jdbc, CatalogMetrics metrics, CatalogTables tables, Supplier<Instant> since) {
        this.jdbc = jdbc;
        this.metrics = metrics;
        this.since = since;
        this.tables = tables;
    }

    @Override
    public Map<SheetKey, Versioned<RawSheet>> load(Collection<SheetKey> keys) {
        var asked = Set.copyOf(keys);
        if (asked.isEmpty()) {
            return Map.of();
        }
        var bound = since.get();
        var found = metrics.timeSheetQuery(() -> query(asked, bound));
        return asked.stream().collect(Collectors.toMap(key -> key, key -> found.sheet(key, bound)));
    }

    private Found query(Set<SheetKey> asked, Instant bound) {
        var versions = named("sheet", asked);
        var names = named("named", asked);
        var found = new Found();
        jdbc.sql(sql(versions, names))
                .params(versions.parameters())
                .params(names.parameters())
                .param(EndColumn.since(bound))
                .query(found::take);
        return found;
    }

    private static KeyPredicate named(String table, Set<SheetKey> sheets) {
        return KeyPredicate.of(
                List.of(table + ".region", table + ".scope_key"),
                sheets.stream()
                        .map(sheet -> List.<Object>of(sheet.region().code(), ScopeKeyBytes.write(sheet.key())))
                        .toList());
    }

    private String sql(KeyPredicate versions, KeyPredicate names) {
        return """
                SELECT sheet.region, sheet.scope_key, generation.number, sheet.version, NULL AS body
                  FROM %s generation LEFT JOIN scope_sheet sheet ON %s
                UNION ALL
                SELECT named.region, named.scope_key, NULL, NULL, discount.body
                  FROM %s named
                  JOIN %s discount ON discount.region = named.region AND discount.provider = named.provider
                                  AND discount.external_id = named.external_id
                 WHERE (%s) AND named.ends_at > ? AND discount.body IS NOT NULL
                """.formatted(tables.generation(), versions.sql(), tables.scope(), tables.discount(), names.sql());
    }
}
