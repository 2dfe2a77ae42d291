package io.discounts.loadtests.data;

import io.discounts.service.discount.json.DiscountJson;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Index rows of discounts that are to go: no index finds them by a discount's name, but each discount tells its keys.
 *
 * @param reading on which nothing else is asked meanwhile
 * @param writing another connection, which commits when it is told to
 */
record StrayScopes(Connection reading, Connection writing) {
    private static final int AT_ONCE = 1_000;

    /** Has the driver hand out rows as they come: there may be more than fit. */
    private static final int ONE_BY_ONE = Integer.MIN_VALUE;

    /**
     * Deletes those of some discounts.
     *
     * @param discounts which ones, a condition
     */
    void remove(String discounts) throws SQLException {
        try (var named = reading.createStatement();
                var deleting = writing.prepareStatement(
                        "DELETE FROM discount_scope WHERE region = ? AND scope_key = ? AND provider = ? AND external_id = ?")) {
            named.setFetchSize(ONE_BY_ONE);
            var discount = named.executeQuery(
                    "SELECT region, provider, external_id, body FROM discount WHERE body IS NOT NULL AND " + discounts);
            for (int read = 1; discount.next(); read++) {
                delete(discount, deleting);
                if (read % AT_ONCE == 0) {
                    commit(deleting);
                }
            }
            commit(deleting);
        }
    }

    private static void delete(ResultSet discount, PreparedStatement deleting) throws SQLException {
        for (var key : DiscountJson.read(discount.getBytes(4)).scope().keys()) {
            deleting.setString(1, discount.getString(1));
            deleting.setString(2, key.written());
            deleting.setString(3, discount.getString(2));
            deleting.setString(4, discount.getString(3));
            deleting.addBatch();
        }
    }

    private void commit(PreparedStatement deleting) throws SQLException {
        deleting.executeBatch();
        writing.commit();
    }
}
