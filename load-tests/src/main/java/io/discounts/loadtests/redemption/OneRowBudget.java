package io.discounts.loadtests.redemption;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A discount whose uses are counted in a single row: what is left of its slices is put into its budget's own row, as the service
 * does itself with what is too little to cut. It then takes from there for as long as there is enough.
 */
record OneRowBudget(JdbcClient jdbc, Offer offer) {
    private static final String SLICES = "FROM usage_slice WHERE external_id = :id)";

    /** To be called while nobody holds the discount. */
    void arrange() {
        update("UPDATE usage_budget SET uses_left = uses_left + (SELECT SUM(uses_left) " + SLICES
                + ", money_left = money_left + (SELECT SUM(money_left) " + SLICES
                + ", spread = 0, uses_spread = 0, money_spread = 0 WHERE external_id = :id AND spread > 0");
        update("UPDATE usage_slice SET uses_left = 0, money_left = 0, uses_floor = 0, money_floor = 0"
                + " WHERE external_id = :id");
    }

    private void update(String sql) {
        jdbc.sql(sql).param("id", offer.externalId()).update();
    }
}
