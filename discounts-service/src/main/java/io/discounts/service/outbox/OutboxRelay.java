package io.discounts.service.outbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Carries one topic from the table to its subscriber, on a thread of its own. Every instance runs one: rows being carried
 * elsewhere are skipped by {@code SKIP LOCKED}. A delivered message is deleted in the transaction that claimed it, so a
 * crash in between delivers it again. When delivery fails, or the database is away, it tries again at the next poll.
 */
final class OutboxRelay {
    static final Duration POLL = Duration.ofSeconds(1);
    private static final int BATCH = 50;
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxSubscriber subscriber;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Semaphore awake = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean running;
    private boolean troubled;

    OutboxRelay(OutboxSubscriber subscriber, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.subscriber = subscriber;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    String topic() {
        return subscriber.topic();
    }

    void wake() {
        awake.release();
    }

    void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox-" + topic()).start(this::run);
    }

    /** Lets a delivery under way end, for as long as a poll. */
    void stop() {
        running = false;
        wake();
        var carrier = thread;
        try {
            if (carrier != null) {
                carrier.join(POLL);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            carryAll();
            awaitWork();
        }
    }

    private void carryAll() {
        try {
            while (running && carry() == BATCH) {}
            if (troubled) {
                log.atInfo().addKeyValue("topic", topic()).log("outbox delivers again");
            }
            troubled = false;
        } catch (RuntimeException failure) {
            if (!troubled) {
                log.atWarn()
                        .addKeyValue("topic", topic())
                        .setCause(failure)
                        .log("outbox cannot deliver, trying until it can");
            }
            troubled = true;
        }
    }

    private int carry() {
        Integer carried = transaction.execute(status -> {
            var messages = claim();
            if (!messages.isEmpty()) {
                subscriber.deliver(List.copyOf(messages.values()));
                forget(messages.keySet());
            }
            return messages.size();
        });
        return carried == null ? 0 : carried;
    }

    private Map<Long, byte[]> claim() {
        var messages = new LinkedHashMap<Long, byte[]>();
        jdbc.query(
                "SELECT id, payload FROM outbox WHERE topic = ? ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> {
                    messages.put(row.getLong(1), row.getBytes(2));
                },
                topic(),
                BATCH);
        return messages;
    }

    /** By one key each: for a list of them the database may read the whole table and meet what other instances hold. */
    private void forget(Collection<Long> ids) {
        jdbc.batchUpdate(
                "DELETE FROM outbox WHERE id = ?",
                ids.stream().map(id -> new Object[] {id}).toList());
    }

    private void awaitWork() {
        try {
            if (awake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                awake.drainPermits();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
