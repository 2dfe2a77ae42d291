package io.discounts.service.catalog;

import io.discounts.service.outbox.OutboxSubscriber;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Takes invalidations from the outbox to Redis: first a mark in place of each older sheet, then the news to every
 * instance, so that whoever hears it finds no older sheet. While Redis is away the outbox keeps them.
 */
final class RedisInvalidations implements OutboxSubscriber {
    static final String TOPIC = "catalog-invalidations";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String MARK = """
            local held = redis.call('GETRANGE', KEYS[1], 0, 18)
            if held >= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """;

    private final RedisLink link;
    private final byte[] ttlMillis;

    RedisInvalidations(RedisLink link, Duration ttl) {
        this.link = link;
        this.ttlMillis = Long.toString(ttl.toMillis()).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void deliver(List<byte[]> payloads) {
        var commands = link.commands().orElseThrow(SourceUnavailableException::new);
        var marks = new ArrayList<CompletableFuture<?>>();
        for (var payload : payloads) {
            for (var invalidation : Invalidations.read(payload)) {
                if (invalidation instanceof Invalidation.OfSheet sheet) {
                    marks.add(mark(commands, sheet));
                }
            }
        }
        await(marks);
        await(payloads.stream()
                .<CompletableFuture<?>>map(
                        payload -> commands.publish(RedisLink.CHANNEL, payload).toCompletableFuture())
                .toList());
    }

    private CompletableFuture<?> mark(RedisAsyncCommands<byte[], byte[]> commands, Invalidation.OfSheet sheet) {
        return commands.eval(
                        MARK,
                        ScriptOutputType.INTEGER,
                        new byte[][] {RedisSheets.redisKey(sheet.sheet())},
                        SheetBytes.version(sheet.version()),
                        SheetBytes.mark(sheet.version()),
                        ttlMillis)
                .toCompletableFuture();
    }

    private static void await(List<CompletableFuture<?>> answers) {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
