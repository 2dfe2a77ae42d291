package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Redemptions by their primary key, with the discounts that stand beside their numbers in an index of the lines. */
record JdbcRedeemers(JdbcTemplate jdbc) implements RedemptionWalk.Pages {
    private static final String PAGE = """
            SELECT page.number, page.region, page.customer, page.created_at, line.provider, line.external_id
              FROM (SELECT number, region, customer, created_at
                      FROM redemption WHERE number > ? ORDER BY number LIMIT ?) page
              LEFT JOIN redemption_line line FORCE INDEX (by_redemption) ON line.number = page.number
             ORDER BY page.number
            """;

    @Override
    public List<Redeemer> after(long number, int most) {
        return Objects.requireNonNull(jdbc.query(PAGE, JdbcRedeemers::redeemers, number, most));
    }

    private static List<Redeemer> redeemers(ResultSet row) throws SQLException {
        var redeemers = new ArrayList<Redeemer>();
        var more = row.next();
        while (more) {
            var number = row.getLong(1);
            var customer = Pseudonym.of(new Region(row.getString(2)), Columns.text(row.getBytes(3)));
            var createdAt = Columns.instant(row.getObject(4, LocalDateTime.class));
            var discounts = new ArrayList<DiscountId>();
            do {
                if (row.getString(5) != null) {
                    discounts.add(new DiscountId(row.getString(5), row.getString(6)));
                }
                more = row.next();
            } while (more && row.getLong(1) == number);
            redeemers.add(new Redeemer(number, customer, discounts, createdAt));
        }
        return redeemers;
    }
}
