package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.Streams;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What runs have brought into a schema since it was filled: the discounts and stores of their events, and all that the service
 * has written down of them. Generated data have other names, and nothing but a catalog.
 */
final class Strays {
    /** Of the names of discounts that are not in the data. */
    static final String PREFIX = "d-";

    private static final String STORES_OF_EVENTS = "s-%";
    private static final List<String> PROVIDERS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS);
    private static final List<String> NOT_GENERATED = List.of(
            "scope_sheet",
            "watermark",
            "outbox",
            "event_outbox",
            "dead_letter",
            "dead_letter_subject",
            "dead_letter_audit",
            "redemption",
            "redemption_line",
            "usage_budget",
            "usage_slice",
            "usage_overrun",
            "customer_gate",
            "exclusive_hold",
            "idempotency_key");

    private Strays() {}

    /** Along the primary keys: all regions and providers are named, for rows are many. */
    static void remove(Database schema) throws SQLException {
        var regions = Country.ALL.stream()
                .map(country -> "'" + country.region().code() + "'")
                .collect(Collectors.joining(", ", "region IN (", ")"));
        var providers = PROVIDERS.stream().collect(Collectors.joining("', '", "provider IN ('", "')"));
        var discounts = "%s AND %s AND external_id LIKE '%s%%'".formatted(regions, providers, PREFIX);
        try (var reading = connection(schema);
                var connection = connection(schema);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            new StrayScopes(reading, connection).remove(discounts);
            connection.setAutoCommit(true);
            for (var sql : List.of(
                    "discount WHERE " + discounts,
                    "discount_scope WHERE %s AND scope_key LIKE 'store:%s'".formatted(regions, STORES_OF_EVENTS),
                    "store WHERE %s AND store_id LIKE '%s'".formatted(regions, STORES_OF_EVENTS))) {
                statement.executeUpdate("DELETE FROM " + sql);
            }
            for (var table : NOT_GENERATED) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    private static Connection connection(Database schema) throws SQLException {
        return DriverManager.getConnection(
                schema.url() + "?rewriteBatchedStatements=true", schema.username(), schema.password());
    }
}
