package io.discounts.service.outbox.stream;

import io.discounts.service.outbox.stream.Election.Vote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances, whose votes a test decides, with the lease on the real database. */
class ElectedLeadershipTest {
    private final OwnOutbox outbox = OwnOutbox.open();

    private final AtomicLong nanoTime = new AtomicLong();
    private final ScriptedElection first = new ScriptedElection();
    private final ScriptedElection second = new ScriptedElection();
    private Leadership one;
    private Leadership other;

    @BeforeEach
    void expireLease() {
        expire();
        one = leadership(first, "one");
        other = leadership(second, "other");
    }

    @Test
    void belongsToWhoeverIsElected() {
        first.vote = Vote.ELECTED;
        second.vote = Vote.NOT_ELECTED;

        assertThat(one.held()).isTrue();
        assertThat(other.held()).isFalse();
        assertThat(outbox.meters().get(OutboxMetrics.LEADER).gauge().value()).isZero();
    }

    @Test
    void passesAtOnceToTheNextElectedWithoutWaitingForTheLease() {
        first.vote = Vote.ELECTED;
        assertThat(one.held()).isTrue();

        first.vote = Vote.NOT_ELECTED;
        second.vote = Vote.ELECTED;
        laterBy(Duration.ofSeconds(1));

        assertThat(other.held()).isTrue();
        assertThat(one.held()).isFalse();
    }

    @Test
    void staysWhereItIsWhileNobodyElects() {
        first.vote = Vote.ELECTED;
        assertThat(one.held()).isTrue();

        first.vote = Vote.NO_ANSWER;
        second.vote = Vote.NO_ANSWER;
        laterBy(Duration.ofSeconds(1));

        assertThat(other.held()).isFalse();
        assertThat(one.held()).isTrue();
    }

    @Test
    void passesWithTheExpiredLeaseWhileNobodyElects() {
        first.vote = Vote.NO_ANSWER;
        assertThat(one.held()).isTrue();

        expire();
        second.vote = Vote.NO_ANSWER;
        assertThat(other.held()).isTrue();

        laterBy(Duration.ofSeconds(1));
        assertThat(one.held()).isFalse();
    }

    @Test
    void ofOneThatHasLostRedisEndsWhenAnotherIsElected() {
        first.vote = Vote.ELECTED;
        assertThat(one.held()).isTrue();
        second.vote = Vote.ELECTED;
        assertThat(other.held()).isTrue();

        first.vote = Vote.NO_ANSWER;
        laterBy(Duration.ofSeconds(1));

        assertThat(one.held()).isFalse();
    }

    @Test
    void isFreeAfterItsHolderHasResigned() {
        first.vote = Vote.NO_ANSWER;
        assertThat(one.held()).isTrue();

        one.resign();
        second.vote = Vote.NO_ANSWER;

        assertThat(first.steppedDown).isTrue();
        assertThat(other.held()).isTrue();
    }

    @Test
    void isAskedForOnceASecond() {
        first.vote = Vote.ELECTED;
        one.held();
        one.held();
        assertThat(first.votes).isEqualTo(1);

        laterBy(Duration.ofSeconds(1));
        one.held();

        assertThat(first.votes).isEqualTo(2);
    }

    private void laterBy(Duration duration) {
        nanoTime.addAndGet(duration.toNanos());
    }

    private void expire() {
        outbox.jdbc().update("UPDATE event_relay SET until = '2000-01-01 00:00:00'");
    }

    private Leadership leadership(Election election, String holder) {
        return new ElectedLeadership(election, new RelayLease(outbox.jdbc(), holder), nanoTime::get, outbox.metrics());
    }

    private static final class ScriptedElection implements Election {
        private Vote vote = Vote.NOT_ELECTED;
        private int votes;
        private boolean steppedDown;

        @Override
        public Vote vote() {
            votes++;
            return vote;
        }

        @Override
        public void stepDown() {
            steppedDown = true;
        }
    }
}
