package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Redemptions with the discounts that stand beside their numbers in an index of the lines: those are read from it alone. */
record JdbcRedeemers(JdbcTemplate jdbc) implements RedemptionWalk.Pages {
    private static final String BY_NUMBER = page("", "number > ?", "number");
    private static final String BY_CHANGE =
            page("FORCE INDEX (by_change)", "changed_at >= ? AND (changed_at > ? OR number > ?)", "changed_at, number");

    private static String page(String index, String where, String order) {
        return """
                SELECT page.number, page.region, page.customer, page.status, page.created_at, page.changed_at, line.provider, line.external_id
                  FROM (SELECT number, region, customer, status, created_at, changed_at
                          FROM redemption %s WHERE %s ORDER BY %s LIMIT ?) page
                  LEFT JOIN redemption_line line FORCE INDEX (by_redemption) ON line.number = page.number
                 ORDER BY %s
                """.formatted(index, where, order, order);
    }

    @Override
    public List<Redeemer> after(long number, int most) {
        return query(BY_NUMBER, number, most);
    }

    @Override
    public List<Redeemer> changedAfter(Instant changedAt, long number, int most) {
        var at = Columns.utc(changedAt);
        return query(BY_CHANGE, at, at, number, most);
    }

    private List<Redeemer> query(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.query(sql, JdbcRedeemers::redeemers, parameters));
    }

    private static List<Redeemer> redeemers(ResultSet row) throws SQLException {
        var redeemers = new ArrayList<Redeemer>();
        var more = row.next();
        while (more) {
            var number = row.getLong(1);
            var customer = Pseudonym.of(new Region(row.getString(2)), Columns.text(row.getBytes(3)));
            var status = RedemptionStatus.valueOf(row.getString(4));
            var createdAt = Columns.instant(row.getObject(5, LocalDateTime.class));
            var changedAt = Columns.instant(row.getObject(6, LocalDateTime.class));
            var discounts = new ArrayList<DiscountId>();
            do {
                if (row.getString(7) != null) {
                    discounts.add(new DiscountId(row.getString(7), row.getString(8)));
                }
                more = row.next();
            } while (more && row.getLong(1) == number);
            redeemers.add(new Redeemer(number, customer, discounts, status, createdAt, changedAt));
        }
        return redeemers;
    }
}
