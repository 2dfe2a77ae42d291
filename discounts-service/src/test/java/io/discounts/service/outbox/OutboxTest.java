package io.discounts.service.outbox;

import io.discounts.service.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/** The outbox on the real database; each test has a topic of its own. */
@ServiceTest
class OutboxTest {
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate template;

    @Autowired
    private TransactionTemplate transaction;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<OutboxRelays> started = new ArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private String topic;
    private Outbox outbox;

    @BeforeEach
    void openOutbox() {
        topic = "outbox-test-" + TESTS.incrementAndGet();
        outbox = new JdbcOutbox(jdbc, relays());
    }

    @AfterEach
    void stopRelays() {
        started.forEach(OutboxRelays::stop);
    }

    @Test
    void deliversInOrderAfterTheCommitAndForgets() {
        append("one", "two", "three");

        await().untilAsserted(() -> assertThat(heard).containsExactly("one", "two", "three"));
        await().until(() -> left() == 0);
    }

    @Test
    void deliversNothingBeforeTheCommit() {
        transaction.executeWithoutResult(status -> {
            outbox.append(topic, bytes("early"));
            assertThat(heard).isEmpty();
        });

        await().untilAsserted(() -> assertThat(heard).containsExactly("early"));
    }

    @Test
    void neverTellsWhatWasRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.append(topic, bytes("never"));
            status.setRollbackOnly();
        });
        append("afterwards");

        await().untilAsserted(() -> assertThat(heard).containsExactly("afterwards"));
    }

    @Test
    void keepsWhatCannotBeDeliveredAndTriesAgain() {
        failures.set(2);

        append("stubborn");

        await().untilAsserted(() -> assertThat(heard).containsExactly("stubborn"));
        await().until(() -> left() == 0);
    }

    @Test
    void tellsAMessageOnceHoweverManyInstancesCarry() {
        relays();
        relays();

        var messages = IntStream.range(0, 300).mapToObj(i -> "m-" + i).toArray(String[]::new);
        append(messages);

        await().until(() -> left() == 0);
        assertThat(heard).containsExactlyInAnyOrder(messages);
    }

    /** Two instances that wait for each other's messages end in a deadlock, and the loser's are told twice. */
    @Test
    void waitsForNoMessageThatIsHeldElsewhere() {
        var messages = IntStream.range(0, 40).mapToObj(i -> "m-" + i).toArray(String[]::new);
        transaction.executeWithoutResult(status -> {
            outbox.append(topic + "-elsewhere", bytes("held"));
            CompletableFuture.runAsync(() -> append(messages)).join();

            await().until(() -> left() == 0);
            status.setRollbackOnly();
        });

        assertThat(heard).containsExactly(messages);
    }

    @Test
    void belongsToATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.append(topic, bytes("alone")));
    }

    private OutboxRelays relays() {
        var relays = new OutboxRelays(List.of(new OutboxRelay(new Hearing(), template, transaction)));
        relays.start();
        started.add(relays);
        return relays;
    }

    private void append(String... messages) {
        transaction.executeWithoutResult(
                status -> List.of(messages).forEach(message -> outbox.append(topic, bytes(message))));
    }

    private long left() {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE topic = ?")
                .params(topic)
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Hears, or fails as often as a test wants. */
    private final class Hearing implements OutboxSubscriber {
        @Override
        public String topic() {
            return topic;
        }

        @Override
        public void deliver(List<byte[]> payloads) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("nobody listens");
            }
            payloads.forEach(payload -> heard.add(new String(payload, StandardCharsets.UTF_8)));
        }
    }
}
