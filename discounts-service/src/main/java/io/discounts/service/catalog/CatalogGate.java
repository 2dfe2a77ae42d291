package io.discounts.service.catalog;

import org.springframework.jdbc.core.JdbcTemplate;

import java.util.Objects;

/**
 * Holds writers of the catalog, and who begins, swaps or ends a rebuild, apart: those write side by side, these alone. What
 * is said here is true until the caller's transaction ends.
 */
record CatalogGate(JdbcTemplate jdbc) {
    private static final String READ = "SELECT shadowed, turn FROM catalog_gate WHERE id = 1";

    /**
     * How the gate stands.
     *
     * @param shadowed whether there is a shadow
     * @param number of the shadow, or of there being none: nothing has been begun, swapped or ended while it is the same
     */
    record Turn(boolean shadowed, long number) {}

    /** For writers: whether there is a shadow, which is then to be written as well. */
    boolean enter() {
        return enterTurn().shadowed();
    }

    /** For writers who need to know which shadow there is. */
    Turn enterTurn() {
        return read(READ + " LOCK IN SHARE MODE");
    }

    /** Waits until no writer is inside and keeps them out. */
    Turn shut() {
        return read(READ + " FOR UPDATE");
    }

    /** Without waiting for anybody. */
    Turn look() {
        return read(READ);
    }

    /** Begins a turn. To be shut first. */
    void turn(boolean shadowed) {
        jdbc.update("UPDATE catalog_gate SET shadowed = ?, turn = turn + 1 WHERE id = 1", shadowed);
    }

    private Turn read(String sql) {
        return Objects.requireNonNull(
                jdbc.queryForObject(sql, (row, index) -> new Turn(row.getBoolean(1), row.getLong(2))));
    }
}
