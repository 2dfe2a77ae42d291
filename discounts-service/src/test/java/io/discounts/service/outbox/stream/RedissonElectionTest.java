package io.discounts.service.outbox.stream;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.outbox.stream.Election.Vote;
import io.discounts.service.redis.RedissonForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances and a real Redis. */
class RedissonElectionTest {
    private static final String LOCK = "discounts:test:election";
    private static final Duration WATCHDOG = Duration.ofSeconds(1);

    private RedissonClient first;
    private RedissonClient second;

    @BeforeEach
    void connect() {
        first = RedissonForTests.client(DevServers.running().redisUrl(), WATCHDOG);
        second = RedissonForTests.client(DevServers.running().redisUrl(), WATCHDOG);
        first.getLock(LOCK).forceUnlock();
    }

    @AfterEach
    void disconnect() {
        first.shutdown();
        second.shutdown();
    }

    @Test
    void electsOneAndKeepsIt() {
        var one = new RedissonElection(first, LOCK);
        var other = new RedissonElection(second, LOCK);

        assertThat(one.vote()).isEqualTo(Vote.ELECTED);
        assertThat(other.vote()).isEqualTo(Vote.NOT_ELECTED);
        assertThat(one.vote()).isEqualTo(Vote.ELECTED);
    }

    @Test
    void electsAnotherAtOnceWhenTheElectedStepsDown() {
        var one = new RedissonElection(first, LOCK);
        var other = new RedissonElection(second, LOCK);
        one.vote();
        one.vote();

        one.stepDown();

        assertThat(other.vote()).isEqualTo(Vote.ELECTED);
    }

    /** Its lock is renewed no more and expires. */
    @Test
    void electsAnotherSoonAfterTheElectedHasDied() {
        var other = new RedissonElection(second, LOCK);
        new RedissonElection(first, LOCK).vote();
        assertThat(other.vote()).isEqualTo(Vote.NOT_ELECTED);

        first.shutdown();

        await().until(() -> other.vote() == Vote.ELECTED);
    }

    /** An empty Redis knows of no lock: whoever comes first is elected, and who was finds out. */
    @Test
    void electsAnewWhenRedisHasForgotten() {
        var one = new RedissonElection(first, LOCK);
        var other = new RedissonElection(second, LOCK);
        one.vote();

        second.getKeys().delete(LOCK);

        assertThat(other.vote()).isEqualTo(Vote.ELECTED);
        assertThat(one.vote()).isEqualTo(Vote.NOT_ELECTED);
    }

    @Test
    void doesNotAnswerWhileRedisIsAway() {
        var nowhere = RedissonForTests.client("redis://127.0.0.1:1", WATCHDOG);
        try {
            var election = new RedissonElection(nowhere, LOCK);

            assertThat(election.vote()).isEqualTo(Vote.NO_ANSWER);
            election.stepDown();
        } finally {
            nowhere.shutdown();
        }
    }
}
