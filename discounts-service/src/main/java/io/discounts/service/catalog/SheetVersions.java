package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The version of each sheet, grown in the transaction that changes any of its discounts. */
final class SheetVersions {
    private static final String GROW = """
            INSERT INTO scope_sheet (region, scope_key, version) VALUES (?, ?, 1)
            ON DUPLICATE KEY UPDATE version = version + 1
            """;

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
        Batches.update(jdbc, GROW, new TreeSet<>(touched), (statement, sheet) -> {
            statement.setString(1, sheet.region().code());
            statement.setBytes(2, ScopeKeyBytes.write(sheet.key()));
        });
        return read(touched);
    }

    private Map<SheetKey, Long> read(Set<SheetKey> sheets) {
        var versions = new HashMap<SheetKey, Long>();
        var named = KeyPredicate.of(
                List.of("sheet.region", "sheet.scope_key"),
                sheets.stream()
                        .map(sheet -> List.<Object>of(sheet.region().code(), ScopeKeyBytes.write(sheet.key())))
                        .toList());
        jdbc.query(
                READ + named.sql(),
                (ResultSet row) -> {
                    var sheet = new SheetKey(new Region(row.getString(1)), ScopeKeyBytes.read(row.getBytes(2)));
                    versions.put(sheet, new Generation(row.getLong(4)).version(row.getLong(3)));
                },
                named.parameters().toArray());
        return versions;
    }
}
