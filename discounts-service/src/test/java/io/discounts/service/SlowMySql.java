package io.discounts.service;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A MySQL on which each writer of the catalog runs out of its time: until this is closed, they wait and are ended. */
final class SlowMySql implements AutoCloseable {
    private final Connection holder;
    private final JdbcClient operator;

    private SlowMySql(Connection holder, JdbcClient operator) {
        this.holder = holder;
        this.operator = operator;
    }

    /** @param holder takes the row that every writer shares with the others; ended with this */
    static SlowMySql begin(Connection holder, JdbcClient operator) throws SQLException {
        holder.setAutoCommit(false);
        try (var gate = holder.createStatement()) {
            gate.executeQuery("SELECT * FROM catalog_gate FOR UPDATE").close();
        }
        return new SlowMySql(holder, operator);
    }

    /** As if those that wait now had been at it for longer than statements may. */
    void endWaitingStatements() {
        for (var connection : waiting()) {
            operator.sql("KILL QUERY " + connection).update();
        }
    }

    private List<Long> waiting() {
        return operator.sql(
                        "SELECT trx_mysql_thread_id FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                .query(Long.class)
                .list();
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }
}
