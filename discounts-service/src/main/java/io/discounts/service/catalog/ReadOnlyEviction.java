package io.discounts.service.catalog;

import com.zaxxer.hikari.SQLExceptionOverride;

import java.sql.SQLException;
import java.util.Set;

/**
 * Drops a connection whose server has turned read-only. After a failover the old writer may live on as a reader and keep
 * its connections: they are healthy, and no write will ever pass through them. The next connection asks DNS anew.
 *
 * <p>The codes: 1290 (the server runs with {@code --read-only}), 1792 (a read-only transaction), 1836 (read-only mode).
 */
public final class ReadOnlyEviction implements SQLExceptionOverride {
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1792, 1836);

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return READ_ONLY.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
