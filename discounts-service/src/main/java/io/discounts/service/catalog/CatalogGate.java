package io.discounts.service.catalog;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds writers of the catalog, and who begins, swaps or ends a rebuild, apart: those write side by side, these alone. What
 * is said here is true until the caller's transaction ends.
 */
record CatalogGate(JdbcTemplate jdbc) {
    /** For writers: whether there is a shadow, which is then to be written as well. */
    boolean enter() {
        return shadowed("SELECT shadowed FROM catalog_gate WHERE id = 1 LOCK IN SHARE MODE");
    }

    /** Waits until no writer is inside and keeps them out. Whether there is a shadow. */
    boolean shut() {
        return shadowed("SELECT shadowed FROM catalog_gate WHERE id = 1 FOR UPDATE");
    }

    /** Without waiting for anybody. */
    boolean look() {
        return shadowed("SELECT shadowed FROM catalog_gate WHERE id = 1");
    }

    /** To be shut first. */
    void shadowed(boolean shadowed) {
        jdbc.update("UPDATE catalog_gate SET shadowed = ? WHERE id = 1", shadowed);
    }

    private boolean shadowed(String sql) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class));
    }
}
