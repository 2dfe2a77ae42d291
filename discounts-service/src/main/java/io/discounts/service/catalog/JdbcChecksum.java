package io.discounts.service.catalog;

import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one copy of the catalog from end to end, a row at a time, and sums it up. */
record JdbcChecksum(JdbcTemplate jdbc, CatalogTables tables) {
    private interface RowHash {
        RowSum of(ResultSet row, RowSum sum) throws SQLException;
    }

    CatalogChecksum read() {
        return new CatalogChecksum(
                part(
                        "SELECT region, provider, external_id, version, body FROM " + tables.discount(),
                        (row, sum) -> sum.row("discount")
                                .text(row.getString(1))
                                .text(row.getString(2))
                                .text(row.getString(3))
                                .number(row.getLong(4))
                                .bytes(row.getBytes(5))),
                part(
                        "SELECT region, scope_key, provider, external_id FROM " + tables.scope(),
                        (row, sum) -> sum.row("scope")
                                .text(row.getString(1))
                                .bytes(row.getBytes(2))
                                .text(row.getString(3))
                                .text(row.getString(4))),
                part(
                        "SELECT region, store_id, version, removed, city, type, brand FROM " + tables.store(),
                        (row, sum) -> sum.row("store")
                                .text(row.getString(1))
                                .text(row.getString(2))
                                .number(row.getLong(3))
                                .number(row.getBoolean(4) ? 1 : 0)
                                .text(row.getString(5))
                                .text(row.getString(6))
                                .text(row.getString(7))));
    }

    private CatalogChecksum.Part part(String sql, RowHash hash) {
        var sum = new RowSum();
        LongQuery.stream(jdbc, sql, row -> hash.of(row, sum).add());
        return sum.part();
    }
}
