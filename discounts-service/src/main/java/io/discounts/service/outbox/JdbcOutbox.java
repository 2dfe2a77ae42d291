package io.discounts.service.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outbox as a table; after each commit the relay of the topic is woken, so that nobody waits for a poll. */
@Component
final class JdbcOutbox implements Outbox {
    private final JdbcClient jdbc;
    private final OutboxRelays relays;

    JdbcOutbox(JdbcClient jdbc, OutboxRelays relays) {
        this.jdbc = jdbc;
        this.relays = relays;
    }

    @Override
    public void append(String topic, byte[] payload) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an outbox message belongs to a transaction");
        }
        jdbc.sql("INSERT INTO outbox (topic, payload) VALUES (?, ?)")
                .params(topic, payload)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relays.wake(topic);
            }
        });
    }
}
