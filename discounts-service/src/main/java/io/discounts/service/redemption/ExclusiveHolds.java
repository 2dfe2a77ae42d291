package io.discounts.service.redemption;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Who holds which discount exclusively: the truth, by a unique row for each discount while it is held. */
final class ExclusiveHolds {
    record Holder(DiscountKey discount, RedemptionId redemption, HolderDigest customer, Instant expiresAt) {}

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

    /** Ends what a redemption holds; whether it held it. */
    boolean end(DiscountKey discount, RedemptionId redemption) {
        return jdbc.update(
                        "DELETE FROM exclusive_hold WHERE " + DiscountKey.IS + " AND redemption = ?",
                        discount.and(redemption.value()))
                == 1;
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
