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
import io.lettuce.core.pubsub.RedisPubSubAdapter;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The connections to Redis, for commands and for the invalidation channel. Redis may be away, also at the start: the link
 * is made in the background and made again by Lettuce; meanwhile commands are refused at once instead of being queued.
 */
final class RedisLink implements SmartLifecycle, Broadcast {
    static final byte[] CHANNEL = "discounts:1:invalidations".getBytes(StandardCharsets.US_ASCII);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);

    private final RedisClient client;
    private final ClientResources resources;
    private final List<RedisPubSubListener<byte[], byte[]>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<byte[]>> broadcasts = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Duration readTimeout;
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> reads;
    private volatile @Nullable StatefulRedisConnection<byte[], byte[]> writes;
    private volatile @Nullable StatefulRedisPubSubConnection<byte[], byte[]> channel;
    private volatile @Nullable StatefulRedisPubSubConnection<byte[], byte[]> broadcastChannel;
    private volatile boolean running;

    RedisLink(RedisProperties properties) {
        this.resources =
                ClientResources.builder().reconnectDelay(Delay.constant(RETRY)).build();
        this.client = RedisClient.create(resources, RedisURI.create(properties.url()));
        this.client.setOptions(options());
        this.readTimeout = properties.timeout();
    }

    /** Lettuce would queue commands without end while disconnected; here they fail, and MySQL answers. */
    private static ClientOptions options() {
        return ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(10_000)
                .timeoutOptions(TimeoutOptions.enabled())
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

    @Override
    public void hear(String name, Consumer<byte[]> listener) {
        broadcasts.put(name, listener);
    }

    @Override
    public void tell(String name, byte[] message) {
        writes().ifPresent(commands -> {
            var unused = commands.publish(ascii(name), message);
        });
    }

    private static byte[] ascii(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private void connectBroadcasts() {
        var listening = broadcastChannel;
        if (listening == null) {
            listening = client.connectPubSub(ByteArrayCodec.INSTANCE);
            listening.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(byte[] name, byte[] message) {
                    var listener = broadcasts.get(new String(name, StandardCharsets.US_ASCII));
                    if (listener != null) {
                        listener.accept(message);
                    }
                }
            });
            broadcastChannel = listening;
        }
        for (var name : broadcasts.keySet()) {
            listening.sync().subscribe(ascii(name));
        }
    }

    /** Commands that a customer waits for, unless Redis has not been reached yet. */
    Optional<RedisAsyncCommands<byte[], byte[]>> reads() {
        return Optional.ofNullable(reads).map(StatefulRedisConnection::async);
    }

    /** From when on a round trip counts as slow, which is before it counts as failed. */
    Duration slow() {
        return readTimeout.multipliedBy(2).dividedBy(3);
    }

    /** Commands that nobody waits for, on a connection of their own: thousands of them hold up no read. */
    Optional<RedisAsyncCommands<byte[], byte[]>> writes() {
        return Optional.ofNullable(writes).map(StatefulRedisConnection::async);
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
        if (reads == null) {
            reads = connection(readTimeout);
        }
        if (writes == null) {
            writes = connection(WRITE_TIMEOUT);
        }
        var subscription = channel;
        if (subscription == null) {
            subscription = client.connectPubSub(ByteArrayCodec.INSTANCE);
            listeners.forEach(subscription::addListener);
            channel = subscription;
        }
        subscription.sync().subscribe(CHANNEL);
        connectBroadcasts();
    }

    private StatefulRedisConnection<byte[], byte[]> connection(Duration timeout) {
        var connection = client.connect(ByteArrayCodec.INSTANCE);
        connection.setTimeout(timeout);
        return connection;
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
