package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.json.DiscountJson;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

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

    @Override
    public Map<DiscountId, DiscountRecord> keep(Region region, Collection<DiscountId> ids) {
        var records = new HashMap<DiscountId, DiscountRecord>();
        ids.forEach(id -> records.put(id, new DiscountRecord.Unknown()));
        if (ids.isEmpty()) {
            return records;
        }
        var named = KeyPredicate.of(
                DiscountRow.KEY,
                ids.stream()
                        .map(id -> new DiscountRow(region, id))
                        .sorted()
                        .map(DiscountRow::key)
                        .toList());
        jdbc.sql(named.share("provider, external_id, version, body", CatalogTables.LIVE.discount()))
                .params(named.parameters())
                .query(row -> {
                    records.put(
                            new DiscountId(row.getString(1), row.getString(2)),
                            record(row.getLong(3), row.getBytes(4)));
                });
        return records;
    }

    private static DiscountRecord record(long version, byte[] body) {
        return body == null
                ? new DiscountRecord.Withdrawn(version)
                : new DiscountRecord.Present(DiscountJson.read(body));
    }
}
