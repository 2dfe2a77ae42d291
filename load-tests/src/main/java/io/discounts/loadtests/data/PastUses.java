package io.discounts.loadtests.data;

import io.discounts.service.devservers.Database;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What regular customers have used: confirmed redemptions of any of the data's discounts, each of one discount by one
 * customer of its region. Stores that have more discounts are asked for more often, so what a customer has used comes up again as
 * often as in their stores; most of it is over.
 *
 * @param regulars by region: c-1, c-2 and so on
 * @param each how many uses a regular has, on average
 */
public record PastUses(Dataset data, Map<String, Long> regulars, int each) {
    private static final int BATCH = 1_000;

    public PastUses {
        regulars = Map.copyOf(regulars);
    }

    /** Into tables that are empty; the service finds there what it would have written itself. */
    public long write(Database database) throws SQLException {
        var uses = each * regulars.values().stream().mapToLong(Long::longValue).sum();
        try (var connection = DriverManager.getConnection(
                        database.url() + "?rewriteBatchedStatements=true", database.username(), database.password());
                var redemptions = connection.prepareStatement("INSERT INTO redemption (number, id, region, customer,"
                        + " checkout, order_id, status, expires_at, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'CONFIRMED', ?, ?, ?)");
                var lines = connection.prepareStatement("INSERT INTO redemption_line (region, provider, external_id,"
                        + " number, position, customer, amount, standing) VALUES (?, ?, ?, ?, 0, ?, 100, 1)")) {
            connection.setAutoCommit(false);
            for (var number = 1L; number <= uses; number++) {
                add(number, redemptions, lines);
                if (number % BATCH == 0 || number == uses) {
                    send(connection, redemptions, lines);
                }
            }
        }
        return uses;
    }

    private void add(long number, PreparedStatement redemptions, PreparedStatement lines) throws SQLException {
        var chance = Chance.of(data.marketplace().seed(), "past uses", number);
        var discount = any(chance);
        var region = discount.region().code();
        var customer = bytes("c-" + (1 + chance.below(regulars.getOrDefault(region, 1L))));
        var used = utc(discount.validity().from());
        redemptions.setLong(1, number);
        redemptions.setString(2, "%032x".formatted(number));
        redemptions.setString(3, region);
        redemptions.setBytes(4, customer);
        redemptions.setBytes(5, bytes("past-" + number));
        redemptions.setBytes(6, bytes("past-" + number));
        for (int column = 7; column <= 9; column++) {
            redemptions.setObject(column, used);
        }
        redemptions.addBatch();
        lines.setString(1, region);
        lines.setString(2, discount.id().provider());
        lines.setString(3, discount.id().externalId());
        lines.setLong(4, number);
        lines.setBytes(5, customer);
        lines.addBatch();
    }

    private Discount any(Chance chance) {
        var of = data.subjects()
                .get(chance.weighted(
                        data.subjects().stream().mapToDouble(Subjects::count).toArray()));
        var newest = of.subject(chance.below(of.count())).newest();
        return newest.changes().getFirst() instanceof DiscountChange.Published published
                ? published.discount()
                : any(chance);
    }

    private static void send(Connection connection, PreparedStatement redemptions, PreparedStatement lines)
            throws SQLException {
        redemptions.executeBatch();
        lines.executeBatch();
        connection.commit();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
