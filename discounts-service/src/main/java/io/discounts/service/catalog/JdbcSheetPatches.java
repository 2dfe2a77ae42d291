package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One statement by primary keys, whose snapshot versions and discounts share. */
record JdbcSheetPatches(JdbcClient jdbc, CatalogMetrics metrics) implements SheetPatches {
    private static final CatalogTables TABLES = CatalogTables.LIVE;

    @Override
    public Read read(Collection<SheetKey> sheets, Collection<DiscountRow> discounts) {
        return metrics.timeSheetQuery(() -> query(sheets, discounts));
    }

    private Read query(Collection<SheetKey> sheets, Collection<DiscountRow> discounts) {
        var versions = named(sheets);
        var parameters = new ArrayList<>(versions.parameters());
        var sql = """
                SELECT generation.number, sheet.region, sheet.scope_key, NULL AS external_id, sheet.version, NULL AS body
                  FROM %s generation LEFT JOIN scope_sheet sheet ON %s
                """.formatted(TABLES.generation(), versions.sql());
        if (!discounts.isEmpty()) {
            var named = KeyPredicate.of(
                    DiscountRow.KEY,
                    discounts.stream().sorted().map(DiscountRow::key).toList());
            sql += """
                    UNION ALL
                    SELECT NULL, region, provider, external_id, version, body FROM %s WHERE body IS NOT NULL AND (%s)
                    """.formatted(TABLES.discount(), named.sql());
            parameters.addAll(named.parameters());
        }
        var found = new Found(sheets);
        jdbc.sql(sql).params(parameters).query(found::take);
        return found.read();
    }

    private static KeyPredicate named(Collection<SheetKey> sheets) {
        return KeyPredicate.of(
                List.of("sheet.region", "sheet.scope_key"),
                sheets.stream()
                        .map(sheet -> List.<Object>of(sheet.region().code(), ScopeKeyBytes.write(sheet.key())))
                        .toList());
    }

    private static final class Found {
        private final Collection<SheetKey> sheets;
        private final Map<SheetKey, Long> changes = new HashMap<>();
        private final Map<DiscountRow, byte[]> bodies = new HashMap<>();
        private Generation generation = new Generation(0);

        Found(Collection<SheetKey> sheets) {
            this.sheets = sheets;
        }

        void take(ResultSet row) throws SQLException {
            var region = row.getString(2);
            var body = row.getBytes(6);
            if (body != null) {
                var id = new DiscountId(row.getString(3), row.getString(4));
                bodies.put(new DiscountRow(new Region(region), id), body);
                return;
            }
            generation = new Generation(row.getLong(1));
            if (region != null) {
                changes.put(new SheetKey(new Region(region), ScopeKeyBytes.read(row.getBytes(3))), row.getLong(5));
            }
        }

        Read read() {
            var versions = new HashMap<SheetKey, Long>();
            sheets.forEach(sheet -> versions.put(sheet, generation.version(changes.getOrDefault(sheet, 0L))));
            return new Read(versions, bodies);
        }
    }
}
