package io.discounts.service.redemption;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Budgets and their slices as rows. */
final class BudgetRows {
    private static final String SELECT = "SELECT " + DiscountKey.COLUMNS + ", version, charged_through, uses_allowed,"
            + " money_allowed, uses_left, money_left, spread, uses_spread, money_spread FROM usage_budget WHERE ";
    private static final RowMapper<Budget> BUDGET = (row, at) -> new Budget(
            JdbcRedemptions.discount(row),
            row.getLong(4),
            row.getLong(5),
            new Allowance(row.getLong(6), row.getLong(7)),
            new Allowance(row.getLong(8), row.getLong(9)),
            row.getInt(10),
            new Allowance(row.getLong(11), row.getLong(12)));

    private final JdbcTemplate jdbc;

    BudgetRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Budget> find(DiscountKey discount) {
        return jdbc.query(SELECT + DiscountKey.IS, BUDGET, discount.and()).stream()
                .findFirst();
    }

    /** Those that have changed within the last milliseconds, by the database's clock. */
    List<Budget> changedWithin(long millis) {
        return jdbc.query(SELECT + "changed_at >= UTC_TIMESTAMP(3) - INTERVAL ? MICROSECOND", BUDGET, millis * 1_000);
    }

    List<Budget> all() {
        return jdbc.query(SELECT + "TRUE", BUDGET);
    }

    /** The row for the caller's transaction alone, made if there is none. */
    Budget lock(DiscountKey discount) {
        var sql = SELECT + DiscountKey.IS + " FOR UPDATE";
        return jdbc.query(sql, BUDGET, discount.and()).stream().findFirst().orElseGet(() -> {
            make(discount);
            return jdbc.query(sql, BUDGET, discount.and()).getFirst();
        });
    }

    private void make(DiscountKey discount) {
        jdbc.update(
                "INSERT INTO usage_budget (" + DiscountKey.COLUMNS + ", version, charged_through, uses_allowed,"
                        + " money_allowed, uses_left, money_left, spread, uses_spread, money_spread, changed_at)"
                        + " VALUES (?, ?, ?, -1, 0, 0, 0, 0, 0, 0, 0, 0, UTC_TIMESTAMP(3))"
                        + " ON DUPLICATE KEY UPDATE changed_at = VALUES(changed_at)",
                discount.and());
    }

    void write(Budget budget) {
        jdbc.update(
                "UPDATE usage_budget SET version = ?, charged_through = ?, uses_allowed = ?, money_allowed = ?,"
                        + " uses_left = ?, money_left = ?, spread = ?, uses_spread = ?, money_spread = ?,"
                        + " changed_at = UTC_TIMESTAMP(3) WHERE " + DiscountKey.IS,
                budget.version(),
                budget.chargedThrough(),
                budget.allowed().uses(),
                budget.allowed().money(),
                budget.reserve().uses(),
                budget.reserve().money(),
                budget.spread(),
                budget.cut().uses(),
                budget.cut().money(),
                budget.discount().region().code(),
                budget.discount().id().provider(),
                budget.discount().id().externalId());
    }

    /** Takes from the row itself if it has enough. */
    boolean take(Charge charge) {
        return jdbc.update(
                        "UPDATE usage_budget SET uses_left = uses_left - ?, money_left = money_left - ?,"
                                + " changed_at = UTC_TIMESTAMP(3) WHERE " + DiscountKey.IS
                                + " AND uses_left >= ? AND money_left >= ?",
                        both(charge, charge.uses(), charge.money()))
                == 1;
    }

    /** Takes from one slice unless that leaves it below its floor. */
    boolean take(Charge charge, int slice) {
        return jdbc.update(
                        "UPDATE usage_slice SET uses_left = uses_left - ?, money_left = money_left - ? WHERE "
                                + DiscountKey.IS
                                + " AND slice = ? AND uses_left - ? >= uses_floor AND money_left - ? >= money_floor",
                        both(charge, slice, charge.uses(), charge.money()))
                == 1;
    }

    /** Gives back; negative: takes, whether there is enough or not. */
    boolean giveBack(Charge charge) {
        return jdbc.update(
                        "UPDATE usage_budget SET uses_left = uses_left + ?, money_left = money_left + ?,"
                                + " changed_at = UTC_TIMESTAMP(3) WHERE " + DiscountKey.IS,
                        both(charge))
                == 1;
    }

    private static Object[] both(Charge charge, Object... behind) {
        var key = charge.discount().and(behind);
        var values = new Object[2 + key.length];
        values[0] = charge.uses();
        values[1] = charge.money();
        System.arraycopy(key, 0, values, 2, key.length);
        return values;
    }

    /** All that is left in the slices, locked. */
    Allowance lockSlices(DiscountKey discount) {
        return jdbc
                .query(
                        "SELECT uses_left, money_left FROM usage_slice WHERE " + DiscountKey.IS
                                + " ORDER BY slice FOR UPDATE",
                        (row, at) -> new Allowance(row.getLong(1), row.getLong(2)),
                        discount.and())
                .stream()
                .reduce(Allowance.NOTHING, Allowance::plus);
    }

    void emptySlices(DiscountKey discount) {
        jdbc.update(
                "UPDATE usage_slice SET uses_left = 0, money_left = 0, uses_floor = 0, money_floor = 0 WHERE "
                        + DiscountKey.IS,
                discount.and());
    }

    /** Gives each slice the same. */
    void cutSlices(DiscountKey discount, int count, Allowance share, Allowance floor) {
        var row = "(?, ?, ?, ?, ?, ?, ?, ?)";
        var values = new Object[count * 8];
        for (int slice = 0; slice < count; slice++) {
            System.arraycopy(
                    discount.and(slice, share.uses(), share.money(), floor.uses(), floor.money()),
                    0,
                    values,
                    slice * 8,
                    8);
        }
        jdbc.update(
                "INSERT INTO usage_slice (" + DiscountKey.COLUMNS
                        + ", slice, uses_left, money_left, uses_floor, money_floor) VALUES "
                        + String.join(", ", Collections.nCopies(count, row))
                        + " ON DUPLICATE KEY UPDATE uses_left = VALUES(uses_left), money_left = VALUES(money_left),"
                        + " uses_floor = VALUES(uses_floor), money_floor = VALUES(money_floor)",
                values);
    }

    /** The uncharged uses behind a number, and the last number of any line behind it. */
    Uncharged uncharged(DiscountKey discount, long behind) {
        var found = jdbc.queryForObject(
                "SELECT COALESCE(MAX(number), ?), COALESCE(SUM(standing = 1), 0),"
                        + " COALESCE(SUM(CASE WHEN standing = 1 THEN amount ELSE 0 END), 0)"
                        + " FROM redemption_line WHERE " + DiscountKey.IS + " AND number > ?",
                (row, at) -> new Uncharged(row.getLong(1), new Allowance(row.getLong(2), row.getLong(3))),
                behind,
                discount.region().code(),
                discount.id().provider(),
                discount.id().externalId(),
                behind);
        return Objects.requireNonNull(found);
    }

    record Uncharged(long through, Allowance used) {}
}
