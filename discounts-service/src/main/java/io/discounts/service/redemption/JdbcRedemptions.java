package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.GeneratedKeyHolder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Redemptions as rows. */
final class JdbcRedemptions {
    private static final String SELECT =
            "SELECT number, id, region, customer, checkout, order_id, status, expires_at FROM redemption ";
    private static final String INSERT = "INSERT INTO redemption"
            + " (id, region, customer, checkout, status, expires_at, created_at, changed_at)"
            + " VALUES (?, ?, ?, ?, 'HELD', ?, ?, ?)";

    private final JdbcTemplate jdbc;

    JdbcRedemptions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a hold and its lines; the number it gets is the fencing token. */
    Redemption insert(RedemptionId id, HoldRequest request, Instant now, List<Line.Standing> standings) {
        var expiresAt = now.plus(request.time());
        var number = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    var insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS);
                    insert.setString(1, id.value());
                    insert.setString(2, request.region().code());
                    insert.setBytes(3, Columns.bytes(request.customerId()));
                    insert.setBytes(4, Columns.bytes(request.checkoutId()));
                    insert.setObject(5, Columns.utc(expiresAt));
                    insert.setObject(6, Columns.utc(now));
                    insert.setObject(7, Columns.utc(now));
                    return insert;
                },
                number);
        var token = Objects.requireNonNull(number.getKey()).longValue();
        insertLines(token, request, standings);
        return new Redemption(
                id,
                token,
                request.region(),
                request.customerId(),
                request.checkoutId(),
                null,
                RedemptionStatus.HELD,
                expiresAt,
                request.discounts());
    }

    private void insertLines(long number, HoldRequest request, List<Line.Standing> standings) {
        var rows = new ArrayList<Object[]>();
        for (int i = 0; i < request.discounts().size(); i++) {
            var held = request.discounts().get(i);
            rows.add(new DiscountKey(request.region(), held.discountId())
                    .and(
                            number,
                            i,
                            Columns.bytes(request.customerId()),
                            held.amount(),
                            standings.get(i).code()));
        }
        jdbc.batchUpdate(
                "INSERT INTO redemption_line (" + DiscountKey.COLUMNS
                        + ", number, position, customer, amount, standing) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    Optional<Redemption> find(RedemptionId id) {
        return jdbc.query(SELECT + "WHERE id = ?", redemption(), id.value()).stream()
                .findFirst();
    }

    /** Keeps it for the caller's transaction alone. */
    Optional<Redemption> lock(RedemptionId id) {
        return jdbc.query(SELECT + "WHERE id = ? FOR UPDATE", redemption(), id.value()).stream()
                .findFirst();
    }

    /** Holds past their time that nobody else is busy with, locked. */
    List<Redemption> lockDue(Instant now, int most) {
        return jdbc.query(
                SELECT + "FORCE INDEX (by_expiry) WHERE status = 'HELD' AND expires_at <= ?"
                        + " ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED",
                redemption(),
                Columns.utc(now),
                most);
    }

    List<Line> lines(long number) {
        return jdbc.query(
                "SELECT " + DiscountKey.COLUMNS + ", amount, standing FROM redemption_line"
                        + " WHERE number = ? ORDER BY " + DiscountKey.COLUMNS,
                (row, at) -> new Line(discount(row), number, row.getLong(4), Line.Standing.of(row.getInt(5))),
                number);
    }

    void change(Redemption changed, Instant now) {
        jdbc.update(
                "UPDATE redemption SET status = ?, order_id = ?, changed_at = ? WHERE number = ?",
                changed.status().name(),
                Columns.bytesOrNull(changed.orderId()),
                Columns.utc(now),
                changed.fencingToken());
    }

    void stand(List<Line> lines, Line.Standing standing) {
        jdbc.batchUpdate(
                "UPDATE redemption_line SET standing = ? WHERE " + DiscountKey.IS + " AND number = ?",
                lines.stream()
                        .map(line -> new Object[] {
                            standing.code(),
                            line.discount().region().code(),
                            line.discount().id().provider(),
                            line.discount().id().externalId(),
                            line.number()
                        })
                        .toList());
    }

    /** How many uses of a discount a customer has, holds among them. */
    long uses(DiscountKey discount, String customerId) {
        var count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM redemption_line WHERE " + DiscountKey.IS + " AND customer = ? AND standing > 0",
                Long.class,
                discount.and((Object) Columns.bytes(customerId)));
        return Objects.requireNonNull(count);
    }

    /** How many uses of each discount a customer has in a region. */
    Map<DiscountKey, Long> uses(Region region, String customerId) {
        var uses = new HashMap<DiscountKey, Long>();
        jdbc.query(
                "SELECT " + DiscountKey.COLUMNS + ", COUNT(*) FROM redemption_line WHERE region = ? AND customer = ?"
                        + " AND standing > 0 GROUP BY " + DiscountKey.COLUMNS,
                row -> {
                    uses.put(discount(row), row.getLong(4));
                },
                region.code(),
                Columns.bytes(customerId));
        return uses;
    }

    private RowMapper<Redemption> redemption() {
        return (row, at) -> new Redemption(
                new RedemptionId(row.getString(2)),
                row.getLong(1),
                new Region(row.getString(3)),
                Columns.text(row.getBytes(4)),
                Columns.text(row.getBytes(5)),
                orderId(row),
                RedemptionStatus.valueOf(row.getString(7)),
                Columns.instant(row.getObject(8, LocalDateTime.class)),
                held(row.getLong(1)));
    }

    private static @Nullable String orderId(ResultSet row) throws SQLException {
        return Columns.textOrNull(row.getBytes(6));
    }

    private List<HeldDiscount> held(long number) {
        return jdbc.query(
                "SELECT provider, external_id, amount FROM redemption_line WHERE number = ? ORDER BY position",
                (row, at) -> new HeldDiscount(new DiscountId(row.getString(1), row.getString(2)), row.getLong(3)),
                number);
    }

    static DiscountKey discount(ResultSet row) throws SQLException {
        return new DiscountKey(new Region(row.getString(1)), new DiscountId(row.getString(2), row.getString(3)));
    }
}
