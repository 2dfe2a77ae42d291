package io.discounts.service.catalog;

import io.discounts.service.outbox.OutboxSubscriber;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes invalidations from the outbox to Redis: first a mark in place of each older sheet, or a floor under all of them,
 * then the news to every instance, so that whoever hears it finds no older sheet. While Redis is away the outbox keeps
 * them.
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
                .flatMap(invalidation -> mark(commands, invalidation).stream())
                .toList());
        await(List.of(commands.publish(RedisLink.CHANNEL, payload).toCompletableFuture()));
    }

    private Optional<CompletableFuture<?>> mark(
            RedisAsyncCommands<byte[], byte[]> commands, Invalidation invalidation) {
        return switch (invalidation) {
            case Invalidation.OfSheet sheet ->
                Optional.of(mark(commands, RedisSheets.redisKey(sheet.sheet()), sheet.version()));
            case Invalidation.OfEverything everything ->
                Optional.of(mark(commands, RedisSheets.FLOOR, everything.version()));
            case Invalidation.OfStore ignored -> Optional.empty();
        };
    }

    private CompletableFuture<?> mark(RedisAsyncCommands<byte[], byte[]> commands, byte[] key, long version) {
        return commands.eval(
                        MARK,
                        ScriptOutputType.INTEGER,
                        new byte[][] {key},
                        SheetBytes.version(version),
                        SheetBytes.mark(version),
                        ttlMillis)
                .toCompletableFuture();
    }

    private static void await(List<CompletableFuture<?>> answers) {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }
}
