package io.discounts.service.redis;

import io.discounts.service.devservers.DevServers;
import org.junit.jupiter.api.Test;
import org.redisson.client.RedisException;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RedissonConfigurationTest {
    private static final Duration WATCHDOG = Duration.ofSeconds(6);

    @Test
    void takesUserPasswordAndDatabaseFromTheAddress() {
        var client = RedissonForTests.client("redis://app:s3cret@127.0.0.1:1/2", WATCHDOG);
        try {
            var config = client.getConfig();
            assertThat(config.getUsername()).isEqualTo("app");
            assertThat(config.getPassword()).isEqualTo("s3cret");
            assertThat(config.useSingleServer().getDatabase()).isEqualTo(2);
            assertThat(config.useSingleServer().getAddress()).isEqualTo("redis://127.0.0.1:1");
        } finally {
            client.shutdown();
        }
    }

    @Test
    void isThereBeforeRedisIsAndFailsSoonWhenUsed() {
        var client = RedissonForTests.client("redis://127.0.0.1:1", WATCHDOG);
        try {
            var began = System.nanoTime();
            assertThatThrownBy(() -> client.getLock("any").tryLock()).isInstanceOf(RedisException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        } finally {
            client.shutdown();
        }
    }

    @Test
    void locksInTheRedisOfTheCaches() {
        var client = RedissonForTests.client(DevServers.running().redisUrl(), WATCHDOG);
        try {
            var lock = client.getLock("discounts:test:redisson");
            assertThat(lock.tryLock()).isTrue();
            assertThat(lock.isHeldByCurrentThread()).isTrue();
            lock.unlock();
        } finally {
            client.shutdown();
        }
    }
}
