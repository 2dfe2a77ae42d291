package io.discounts.service.catalog;

import io.discounts.service.outbox.OutboxSubscriber;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes invalidations from the outbox to Redis: first a mark in place of each older sheet, then the news to every
 * instance, so that whoever hears it finds no older sheet. While Redis is away the outbox keeps them.
 */
final class RedisInvalidations implements OutboxSubscriber {
    static final String TOPIC = "catalog-invalidations";
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
        var commands = link.writes().orElseThrow(SourceUnavailableException::new);
        payloads.forEach(payload -> deliver(payload, commands));
    }

    private void deliver(byte[] payload, RedisAsyncCommands<byte[], byte[]> commands) {
        await(Invalidations.read(payload).stream()
                .filter(Invalidation.OfSheet.class::isInstance)
                .map(Invalidation.OfSheet.class::cast)
                .<CompletableFuture<?>>map(sheet -> mark(commands, sheet))
                .toList());
        await(List.of(commands.publish(RedisLink.CHANNEL, payload).toCompletableFuture()));
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
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }
}
