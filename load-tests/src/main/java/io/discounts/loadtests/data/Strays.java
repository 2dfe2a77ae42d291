package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.Streams;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What runs have brought into a schema since it was filled: the discounts and stores of their events, and all that the service
 * has written down of them. Generated data have other names, and nothing but a catalog.
 */
final class Strays {
    /** Of the names of discounts that are not in the data. */
    static final String PREFIX = "d-";

    private static final String OF_EVENTS = PREFIX + '%';
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

    /**
     * Along the primary keys: all regions and providers are named, for rows are many. But the index has no order by a discount's name
     * alone, so all of it is read, where there is anything to be found.
     */
    static void remove(Database schema) throws SQLException {
        var discounts = "%s AND %s AND external_id LIKE '%s'".formatted(regions(), providers(), OF_EVENTS);
        try (var connection = DriverManager.getConnection(schema.url(), schema.username(), schema.password());
                var statement = connection.createStatement()) {
            // Else each of a hundred million rows would be locked until the last has been seen.
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            if (any(statement, "discount WHERE " + discounts)) {
                statement.executeUpdate("DELETE FROM discount_scope WHERE " + discounts);
            }
            statement.executeUpdate("DELETE FROM discount WHERE " + discounts);
            removeStores(statement);
            for (var table : NOT_GENERATED) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    private static void removeStores(Statement statement) throws SQLException {
        statement.executeUpdate("DELETE FROM discount_scope WHERE %s AND scope_key LIKE 'store:%s'"
                .formatted(regions(), STORES_OF_EVENTS));
        statement.executeUpdate(
                "DELETE FROM store WHERE %s AND store_id LIKE '%s'".formatted(regions(), STORES_OF_EVENTS));
    }

    private static String regions() {
        return Country.ALL.stream()
                .map(country -> "'" + country.region().code() + "'")
                .collect(Collectors.joining(", ", "region IN (", ")"));
    }

    private static String providers() {
        return PROVIDERS.stream().collect(Collectors.joining("', '", "provider IN ('", "')"));
    }

    private static boolean any(Statement statement, String from) throws SQLException {
        try (var row = statement.executeQuery("SELECT 1 FROM " + from + " LIMIT 1")) {
            return row.next();
        }
    }
}
