package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.sql.MultiRowInsert;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Discounts into their table and its index of scope keys, guarded by version. Rows are locked first, in the order of the
 * primary key, so that writers wait for each other rather than deadlock. A row that does not exist yet cannot be locked:
 * it is inserted, and a writer that another has forestalled looks again, for now there is a row to lock. So whoever
 * writes a row's scope keys has seen what they replace.
 */
final class DiscountWrites {
    private static final int CHUNK = 500;

    /** A statement of half a heap region, which may have a megabyte, would be humongous to G1: it marks the heap for such. */
    private static final int CHUNK_BYTES = 192 << 10;

    /** What was written, in the order of the primary key, and the keys whose sheets have changed by it, each with what has changed on it. */
    record Written(SequencedMap<DiscountRow, DiscountPut> puts, Map<SheetKey, List<DiscountId>> touched) {}

    private static final class Held {
        private final long version;
        private final byte @Nullable [] body;

        Held(ResultSet row) throws SQLException {
            version = row.getLong(4);
            body = row.getBytes(5);
        }

        /** Read only of what is replaced. */
        IndexPlace place() {
            return body == null ? IndexPlace.NOWHERE : IndexPlace.of(DiscountJson.readExtent(body));
        }
    }

    private final JdbcTemplate jdbc;
    private final String table;
    private final MultiRowInsert insert;
    private final MultiRowInsert replace;
    private final ScopeIndex index;

    DiscountWrites(JdbcTemplate jdbc, CatalogTables tables) {
        this.jdbc = jdbc;
        this.table = tables.discount();
        var into = table + " (region, provider, external_id, version, body)";
        this.insert = new MultiRowInsert(into, "");
        this.replace =
                new MultiRowInsert(into, "ON DUPLICATE KEY UPDATE body = VALUES(body), version = VALUES(version)");
        this.index = new ScopeIndex(jdbc, tables);
    }

    /**
     * Writes those changes that are newer than what the table holds.
     *
     * @param newest at most one change for each discount
     */
    Written write(Collection<DiscountChange> newest) {
        var puts = newest.stream()
                .map(DiscountPut::of)
                .sorted(Comparator.comparing(DiscountPut::row))
                .toList();
        var written = new Written(new LinkedHashMap<>(), new HashMap<>());
        for (var chunk : Chunks.of(puts, CHUNK, CHUNK_BYTES, DiscountPut::weight)) {
            write(chunk, written);
        }
        return written;
    }

    private void write(List<DiscountPut> chunk, Written written) {
        var held = lock(chunk);
        while (!insertThoseNotIn(held, chunk)) {
            held = lock(chunk);
        }
        var known = held;
        var newer =
                chunk.stream().filter(put -> isNewer(put, known.get(put.row()))).toList();
        var replacing =
                newer.stream().filter(put -> known.containsKey(put.row())).toList();
        replace.insert(jdbc, replacing, DiscountPut::columns);
        newer.forEach(put -> written.puts().put(put.row(), put));
        reindex(newer, known, written.touched());
    }

    private Map<DiscountRow, Held> lock(List<DiscountPut> puts) {
        var held = new HashMap<DiscountRow, Held>();
        var named = KeyPredicate.of(
                DiscountRow.KEY, puts.stream().map(put -> put.row().key()).toList());
        jdbc.query(
                named.lock("region, provider, external_id, version, body", table),
                (ResultSet row) -> {
                    held.put(row(row), new Held(row));
                },
                named.parameters().toArray());
        return held;
    }

    private static DiscountRow row(ResultSet row) throws SQLException {
        var id = new DiscountId(row.getString(2), row.getString(3));
        return new DiscountRow(new Region(row.getString(1)), id);
    }

    /** False if another writer has inserted one of them since; then none has been inserted here. */
    private boolean insertThoseNotIn(Map<DiscountRow, Held> held, List<DiscountPut> chunk) {
        var lacking = chunk.stream().filter(put -> !held.containsKey(put.row())).toList();
        try {
            insert.insert(jdbc, lacking, DiscountPut::columns);
            return true;
        } catch (DuplicateKeyException forestalled) {
            return false;
        }
    }

    private static boolean isNewer(DiscountPut put, @Nullable Held held) {
        return held == null || put.version() > held.version;
    }

    private void reindex(
            List<DiscountPut> newer, Map<DiscountRow, Held> held, Map<SheetKey, List<DiscountId>> touched) {
        var update = index.update(touched);
        newer.forEach(put -> {
            var before = held.get(put.row());
            update.move(put.row(), before == null ? IndexPlace.NOWHERE : before.place(), put.place());
        });
        update.write();
    }
}
