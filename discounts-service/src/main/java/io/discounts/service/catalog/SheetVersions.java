package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.sql.MultiRowInsert;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The version of each sheet, grown in the transaction that changes any of its discounts. */
final class SheetVersions {
    private static final int CHUNK = 1_000;
    private static final MultiRowInsert GROW = new MultiRowInsert(
            "scope_sheet (region, scope_key, version)", "ON DUPLICATE KEY UPDATE version = version + 1");
    private static final String READ = """
            SELECT sheet.region, sheet.scope_key, sheet.version, generation.number
              FROM scope_sheet sheet CROSS JOIN catalog_generation generation
             WHERE\s""";

    private final JdbcTemplate jdbc;

    SheetVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Grows the versions of sheets and tells them; their rows stay locked until the transaction ends. */
    Map<SheetKey, Long> grow(Set<SheetKey> touched) {
        if (touched.isEmpty()) {
            return Map.of();
        }
        var versions = new HashMap<SheetKey, Long>();
        for (var chunk : Chunks.of(touched.stream().sorted().toList(), CHUNK)) {
            GROW.insert(jdbc, chunk, SheetVersions::columns);
            read(chunk, versions);
        }
        return versions;
    }

    private static Object[] columns(SheetKey sheet) {
        return new Object[] {sheet.region().code(), sheet.key().written(), 1L};
    }

    private void read(List<SheetKey> sheets, Map<SheetKey, Long> versions) {
        var named = KeyPredicate.of(
                List.of("sheet.region", "sheet.scope_key"),
                sheets.stream()
                        .map(sheet -> List.of(sheet.region().code(), sheet.key().written()))
                        .toList());
        jdbc.query(
                READ + named.sql(),
                (ResultSet row) -> {
                    var sheet = new SheetKey(new Region(row.getString(1)), ScopeKeyBytes.read(row.getBytes(2)));
                    versions.put(sheet, new Generation(row.getLong(4)).version(row.getLong(3)));
                },
                named.parameters().toArray());
    }
}
