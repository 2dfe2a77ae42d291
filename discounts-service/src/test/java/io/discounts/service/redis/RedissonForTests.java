package io.discounts.service.redis;

import org.redisson.api.RedissonClient;

import java.time.Duration;

/** Clients made as the service makes its own, but patient: the machine may be busy elsewhere. */
public final class RedissonForTests {
    private RedissonForTests() {}

    public static RedissonClient client(String url, Duration lockWatchdog) {
        return new RedissonConfiguration()
                .redissonClient(new RedissonProperties(url, Duration.ofSeconds(2), lockWatchdog));
    }
}
