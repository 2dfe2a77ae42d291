package io.discounts.service.catalog;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubListener;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The connections to Redis, for commands and for the invalidation channel. Redis may be away, also at the start: the link
 * is made in the background and made again by Lettuce; meanwhile commands are refused at once instead of being queued.
 */
final class RedisLink implements SmartLifecycle {
    static final byte[] CHANNEL = "discounts:1:invalidations".getBytes(StandardCharsets.US_ASCII);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);

    private final RedisClient client;
    private final ClientResources resources;
    private final List<RedisPubSubListener<byte[], byte[]>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> commands;
    private volatile @Nullable StatefulRedisPubSubConnection<byte[], byte[]> channel;
    private volatile boolean running;

    RedisLink(RedisProperties properties) {
        this.resources =
                ClientResources.builder().reconnectDelay(Delay.constant(RETRY)).build();
        this.client = RedisClient.create(resources, RedisURI.create(properties.url()));
        this.client.setOptions(options(properties.timeout()));
    }

    /** Lettuce would queue commands without end while disconnected; here they fail, and MySQL answers. */
    private static ClientOptions options(Duration timeout) {
        return ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(10_000)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(Duration.ofSeconds(1))
                        .keepAlive(true)
                        .build())
                .build();
    }

    /** Adds a listener to the invalidation channel; before the start. */
    void listen(RedisPubSubListener<byte[], byte[]> listener) {
        listeners.add(listener);
    }

    /** Commands, unless Redis has not been reached yet. */
    Optional<RedisAsyncCommands<byte[], byte[]>> commands() {
        var connection = commands;
        return connection == null ? Optional.empty() : Optional.of(connection.async());
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("redis-link").start(this::connect);
    }

    @Override
    public void stop() {
        running = false;
        stopped.countDown();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Up before those who read and write through it, down after them. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void connect() {
        var warned = false;
        while (running) {
            try {
                connectOnce();
                return;
            } catch (RedisException away) {
                if (!warned) {
                    log.atWarn().setCause(away).log("Redis cannot be reached, trying until it can");
                }
                warned = true;
                awaitRetry();
            }
        }
    }

    private void connectOnce() {
        if (commands == null) {
            commands = client.connect(ByteArrayCodec.INSTANCE);
        }
        var subscription = channel;
        if (subscription == null) {
            subscription = client.connectPubSub(ByteArrayCodec.INSTANCE);
            listeners.forEach(subscription::addListener);
            channel = subscription;
        }
        subscription.sync().subscribe(CHANNEL);
    }

    private void awaitRetry() {
        try {
            if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                running = false;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
