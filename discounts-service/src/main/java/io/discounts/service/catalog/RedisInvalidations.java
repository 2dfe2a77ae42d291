package io.discounts.service.catalog;

import io.discounts.service.outbox.OutboxSubscriber;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Takes invalidations from the outbox to Redis: first a mark in place of each older sheet, or a floor under all of them,
 * then the news to every instance, so that whoever hears it finds no older sheet. While Redis is away the outbox keeps
 * them.
 */
final class RedisInvalidations implements OutboxSubscriber {
    static final String TOPIC = "catalog-invalidations";
    private static final String MARK = """
            for i, key in ipairs(KEYS) do
              local mark = ARGV[i + 1]
              if redis.call('GETRANGE', key, 0, 18) < string.sub(mark, 1, 19) then
                redis.call('SET', key, mark, 'PX', ARGV[1])
              end
            end
            return #KEYS
            """;

    /** Marks in one command: a batch changes thousands of sheets, yet nobody's read shall wait long behind it. */
    private static final int AT_ONCE = 100;

    @SuppressWarnings("ArrayRecordComponent") // on its way to Redis; never compared
    private record Mark(byte[] key, byte[] value) {
        static Optional<Mark> of(Invalidation invalidation) {
            return switch (invalidation) {
                case Invalidation.OfSheet sheet ->
                    Optional.of(new Mark(RedisSheets.redisKey(sheet.sheet()), SheetBytes.mark(sheet.version())));
                case Invalidation.OfEverything everything ->
                    Optional.of(new Mark(RedisSheets.FLOOR, SheetBytes.mark(everything.version())));
                case Invalidation.OfStore ignored -> Optional.empty();
            };
        }
    }

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
        var marks = Invalidations.read(payload).stream()
                .flatMap(invalidation -> Mark.of(invalidation).stream())
                .toList();
        await(Chunks.of(marks, AT_ONCE).stream()
                .map(some -> put(commands, some))
                .toList());
        await(List.of(commands.publish(RedisLink.CHANNEL, payload).toCompletableFuture()));
    }

    private CompletableFuture<?> put(RedisAsyncCommands<byte[], byte[]> commands, List<Mark> marks) {
        var keys = marks.stream().map(Mark::key).toArray(byte[][]::new);
        var values = Stream.concat(Stream.of(ttlMillis), marks.stream().map(Mark::value))
                .toArray(byte[][]::new);
        return commands.eval(MARK, ScriptOutputType.INTEGER, keys, values).toCompletableFuture();
    }

    private static void await(List<? extends CompletableFuture<?>> answers) {
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    }
}
