package io.discounts.service.outbox.stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The relay on its thread, from an outbox on the real database. */
class EventRelayTest {
    private final OwnOutbox outbox = OwnOutbox.open();

    private final FlakyKinesis kinesis = new FlakyKinesis();
    private final AlarmClock alarm = new AlarmClock();
    private final SwitchedLeadership leadership = new SwitchedLeadership();
    private EventRelay relay;

    @BeforeEach
    void start() {
        outbox.empty();
        relay = new EventRelay(
                leadership,
                outbox.carriage(kinesis),
                new Backoff(Duration.ofMillis(5), new Random(1)),
                outbox.metrics(),
                alarm);
        relay.start();
    }

    @AfterEach
    void stop() {
        relay.stop();
    }

    @Test
    void carriesWhatIsAppendedHereAndElsewhere() {
        outbox.append("elsewhere#1");
        outbox.transaction()
                .executeWithoutResult(
                        status -> new JdbcEventOutbox(outbox.jdbc(), alarm).append(List.of(OwnOutbox.event("here#1"))));

        awaitSent("elsewhere#1", "here#1");
        await().until(() -> outbox.left() == 0);
    }

    @Test
    void carriesNothingUntilItLeads() {
        leadership.held = false;
        awaitAsked();
        outbox.append("a#1");
        awaitAsked();
        assertThat(kinesis.calls()).isEmpty();

        leadership.held = true;
        awaitSent("a#1");
    }

    @Test
    void keepsTheBacklogThroughAnOutageAndDeliversItInOrder() {
        kinesis.answer(call -> false);
        kinesis.refuse(record -> true);
        outbox.append("a#1", "a#2", "b#1", "a#3");
        await().until(() -> kinesis.calls().size() > 3);
        assertThat(outbox.left()).isEqualTo(4);
        var failures = outbox.meters().counter(OutboxMetrics.FAILURES, "kind", "call");
        assertThat(failures.count()).isPositive();

        kinesis.refuse(record -> false);
        kinesis.answer(call -> true);

        await().until(() -> outbox.left() == 0);
        assertThat(kinesis.events().stream().map(OwnOutbox::name).filter(name -> name.startsWith("a")))
                .containsExactly("a#1", "a#2", "a#3");
    }

    @Test
    void goesOnAfterTheDatabaseHasNotAnswered() {
        leadership.failures.set(3);
        outbox.append("a#1");

        awaitSent("a#1");
        assertThat(leadership.failures).hasValue(0);
    }

    @Test
    void resignsWhenItStops() {
        relay.stop();

        assertThat(leadership.resigned).isTrue();
        assertThat(relay.isRunning()).isFalse();
    }

    /** Twice from now on: what it did when it was asked before is done by then. */
    private void awaitAsked() {
        var before = leadership.asked.get();
        alarm.ring();
        await().until(() -> leadership.asked.get() > before + 1);
    }

    private void awaitSent(String... names) {
        await().untilAsserted(() ->
                assertThat(kinesis.events().stream().map(OwnOutbox::name)).containsExactlyInAnyOrder(names));
    }

    private static final class SwitchedLeadership implements Leadership {
        private volatile boolean held = true;
        private volatile boolean resigned;
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public boolean held() {
            asked.incrementAndGet();
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("the database does not answer");
            }
            return held;
        }

        @Override
        public void resign() {
            resigned = true;
        }
    }
}
