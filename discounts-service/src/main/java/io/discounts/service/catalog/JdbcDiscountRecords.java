package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.json.DiscountJson;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Discounts by primary key. */
record JdbcDiscountRecords(JdbcClient jdbc) implements DiscountRecords {
    @Override
    public DiscountRecord find(Region region, DiscountId id) {
        try {
            return jdbc.sql("SELECT version, body FROM discount WHERE region = ? AND provider = ? AND external_id = ?")
                    .params(region.code(), id.provider(), id.externalId())
                    .query((row, number) -> record(row.getLong(1), row.getBytes(2)))
                    .optional()
                    .orElseGet(DiscountRecord.Unknown::new);
        } catch (DataAccessException away) {
            return new DiscountRecord.Unavailable();
        }
    }

    private static DiscountRecord record(long version, byte[] body) {
        return body == null
                ? new DiscountRecord.Withdrawn(version)
                : new DiscountRecord.Present(DiscountJson.read(body));
    }
}
