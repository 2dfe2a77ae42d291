package io.discounts.service.redemption;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Who holds which discount exclusively: the truth, by a unique row for each discount while it is held. */
final class ExclusiveHolds {
    private static final String USE_IS = DiscountKey.IS + " AND redemption = ?";

    record Holder(DiscountKey discount, RedemptionId redemption, HolderDigest customer, Instant expiresAt) {}

    /** A redemption's use of a discount that may be exclusive. */
    record Use(DiscountKey discount, RedemptionId redemption) {}

    private final JdbcTemplate jdbc;

    ExclusiveHolds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** False if somebody else holds it; waits for whoever is about to. */
    boolean take(Holder holder) {
        try {
            jdbc.update(
                    "INSERT INTO exclusive_hold (" + DiscountKey.COLUMNS
                            + ", redemption, holder, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
                    holder.discount()
                            .and(
                                    holder.redemption().value(),
                                    holder.customer().bytes(),
                                    Columns.utc(holder.expiresAt())));
            return true;
        } catch (DuplicateKeyException held) {
            return false;
        }
    }

    /** Which of some uses are exclusive. Nobody else begins or ends any of them while the caller holds the redemptions' rows. */
    List<Use> among(List<Use> uses) {
        if (uses.isEmpty()) {
            return List.of();
        }
        return jdbc.query(
                "SELECT " + DiscountKey.COLUMNS + ", redemption FROM exclusive_hold WHERE "
                        + String.join(" OR ", Collections.nCopies(uses.size(), '(' + USE_IS + ')')),
                (row, at) -> new Use(JdbcRedemptions.discount(row), new RedemptionId(row.getString(4))),
                uses.stream()
                        .flatMap(use ->
                                Stream.of(use.discount().and(use.redemption().value())))
                        .toArray());
    }

    void end(Use use) {
        jdbc.update(
                "DELETE FROM exclusive_hold WHERE " + USE_IS,
                use.discount().and(use.redemption().value()));
    }

    boolean isHeld(DiscountKey discount) {
        return !jdbc.queryForList(
                        "SELECT redemption FROM exclusive_hold WHERE " + DiscountKey.IS, String.class, discount.and())
                .isEmpty();
    }

    List<Holder> all() {
        return jdbc.query(
                "SELECT " + DiscountKey.COLUMNS + ", redemption, holder, expires_at FROM exclusive_hold",
                (row, at) -> new Holder(
                        JdbcRedemptions.discount(row),
                        new RedemptionId(row.getString(4)),
                        HolderDigest.of(row.getBytes(5)),
                        Columns.instant(row.getObject(6, LocalDateTime.class))));
    }
}
