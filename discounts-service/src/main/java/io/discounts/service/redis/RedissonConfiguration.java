package io.discounts.service.redis;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.redisson.config.SingleServerConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import java.time.Duration;

/**
 * Small, for it takes a lock now and then, and soon at its wits' end: whoever asks for a lock has something better to do than
 * to wait for a Redis that is away. The client connects when it is first used, and again at each use until it can.
 */
@Configuration(proxyBeanMethods = false)
class RedissonConfiguration {
    private static final int CONNECTIONS = 8;
    private static final int THREADS = 2;
    private static final Duration RECONNECT = Duration.ofMillis(500);

    @Bean(destroyMethod = "shutdown")
    @Lazy
    RedissonClient redissonClient(RedissonProperties properties) {
        var config = new Config()
                .setLazyInitialization(true)
                .setThreads(THREADS)
                .setNettyThreads(THREADS)
                .setCodec(StringCodec.INSTANCE)
                .setLockWatchdogTimeout(properties.lockWatchdog().toMillis());
        var uri = RedisURI.create(properties.url());
        var credentials = uri.getCredentialsProvider().resolveCredentials().block();
        config.setTcpKeepAlive(true);
        if (credentials != null) {
            identify(config, credentials);
        }
        reach(config.useSingleServer(), uri, (int) properties.timeout().toMillis());
        return Redisson.create(config);
    }

    private static void identify(Config config, RedisCredentials credentials) {
        if (credentials.hasUsername()) {
            config.setUsername(credentials.getUsername());
        }
        if (credentials.hasPassword()) {
            config.setPassword(String.valueOf(credentials.getPassword()));
        }
    }

    /** Without retries: a command that may have been executed is not repeated behind the caller's back. */
    private static void reach(SingleServerConfig server, RedisURI uri, int timeoutMillis) {
        server.setAddress((uri.isSsl() ? "rediss://" : "redis://") + uri.getHost() + ':' + uri.getPort())
                .setDatabase(uri.getDatabase())
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(2)
                .setSubscriptionConnectionMinimumIdleSize(1);
        server.setTimeout(timeoutMillis)
                .setConnectTimeout(timeoutMillis)
                .setSubscriptionTimeout(timeoutMillis)
                .setRetryAttempts(0)
                .setRetryDelay(new ConstantDelay(RECONNECT))
                .setReconnectionDelay(new ConstantDelay(RECONNECT));
    }
}
