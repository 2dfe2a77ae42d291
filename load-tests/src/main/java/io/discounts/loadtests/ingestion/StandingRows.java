package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Database;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads back what has been written, whoever wrote it. */
record StandingRows(JdbcClient jdbc) {
    private static final int AT_ONCE = 500;

    static StandingRows of(Database database) {
        return new StandingRows(JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.username(), database.password())));
    }

    /** @throws IllegalStateException unless the catalog has every row of these discounts as it is to be */
    void require(List<BareRow> rows) {
        require(
                "discount",
                "region = ? AND provider = ? AND external_id = ? AND version = ? AND body = ?",
                rows.stream().map(BareRow::columns).toList());
        require(
                "discount_scope",
                "region = ? AND scope_key = ? AND provider = ? AND external_id = ? AND ends_at = ?",
                rows.stream().flatMap(BareRow::scopes).map(BareScope::columns).toList());
    }

    private void require(String table, String row, List<Object[]> wanted) {
        var standing = 0L;
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            standing += count(table, row, wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())));
        }
        if (standing != wanted.size()) {
            throw new IllegalStateException(
                    "Of %,d rows written into %s %,d stand in it".formatted(wanted.size(), table, standing));
        }
    }

    private long count(String table, String row, List<Object[]> wanted) {
        var named = String.join(") OR (", Collections.nCopies(wanted.size(), row));
        return jdbc.sql("SELECT COUNT(*) FROM %s FORCE INDEX (PRIMARY) WHERE (%s)".formatted(table, named))
                .params(wanted.stream().flatMap(Arrays::stream).toList())
                .query(Long.class)
                .single();
    }
}
