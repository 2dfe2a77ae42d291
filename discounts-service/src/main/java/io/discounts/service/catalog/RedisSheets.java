package io.discounts.service.catalog;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sheets from Redis, and from the source behind it what Redis lacks: one pipelined round trip for any number of keys. A
 * sheet never replaces a newer one or the mark of a newer one, so a slow reader cannot bring the past back; one below the
 * floor, which a swap of catalogs leaves for as long as older sheets may live, counts as missing. When Redis is away or
 * slow everything comes from behind; the breaker spares callers the wait.
 */
final class RedisSheets implements Source<SheetKey, RawSheet> {
    /** A mark under no sheet's name. */
    static final byte[] FLOOR = "discounts:1:floor".getBytes(StandardCharsets.US_ASCII);

    /** Chunks, because one long MGET holds up every other command (measured: 200 keys at once triple the p99). */
    private static final int CHUNK = 50;

    private static final String PUT = """
            local held = redis.call('GETRANGE', KEYS[1], 0, 18)
            local floor = redis.call('GETRANGE', KEYS[2], 0, 18)
            if held > ARGV[1] or floor > ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
            return 1
            """;

    private final Source<SheetKey, RawSheet> behind;
    private final RedisLink link;
    private final CircuitBreaker breaker;
    private final Duration ttl;
    private final CatalogMetrics metrics;

    RedisSheets(
            Source<SheetKey, RawSheet> behind,
            RedisLink link,
            CircuitBreaker breaker,
            Duration ttl,
            CatalogMetrics metrics) {
        this.behind = behind;
        this.link = link;
        this.breaker = breaker;
        this.ttl = ttl;
        this.metrics = metrics;
    }

    static byte[] redisKey(SheetKey sheet) {
        return ("discounts:1:sheet:" + sheet.region() + ':' + sheet.key()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Map<SheetKey, Versioned<RawSheet>> load(Collection<SheetKey> keys) {
        var sheets = read(List.copyOf(keys));
        var missing = keys.stream().filter(key -> !sheets.containsKey(key)).toList();
        metrics.redis(sheets.size(), missing.size());
        if (!missing.isEmpty()) {
            var loaded = behind.load(missing);
            write(loaded);
            sheets.putAll(loaded);
        }
        return sheets;
    }

    private Map<SheetKey, Versioned<RawSheet>> read(List<SheetKey> keys) {
        try {
            return breaker.executeSupplier(() -> metrics.timeRedis(() -> readNow(keys)));
        } catch (CallNotPermittedException open) {
            return new HashMap<>();
        } catch (RuntimeException away) {
            metrics.redisFailed();
            return new HashMap<>();
        }
    }

    /** Of sheets and of marks; nothing of what Redis lacks or has too old, or while it is away. */
    Map<SheetKey, Long> versions(Collection<SheetKey> keys) {
        try {
            return breaker.executeSupplier(() -> metrics.timeRedis(() -> versionsNow(List.copyOf(keys))));
        } catch (CallNotPermittedException open) {
            return Map.of();
        } catch (RuntimeException away) {
            metrics.redisFailed();
            return Map.of();
        }
    }

    private Map<SheetKey, Long> versionsNow(List<SheetKey> keys) {
        var commands = link.reads().orElseThrow(SourceUnavailableException::new);
        var floor = commands.get(FLOOR);
        var answers = keys.stream()
                .map(key -> commands.getrange(redisKey(key), 0, SheetBytes.VERSION_DIGITS - 1L))
                .toList();
        var lowest = SheetBytes.versionOf(floor.toCompletableFuture().join());
        var versions = HashMap.<SheetKey, Long>newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            var held = answers.get(i).toCompletableFuture().join();
            if (held.length > 0 && SheetBytes.versionOf(held) >= lowest) {
                versions.put(keys.get(i), SheetBytes.versionOf(held));
            }
        }
        return versions;
    }

    /** The floor is read first, and in the same connection: no sheet is older than the floor it is held against. */
    private Map<SheetKey, Versioned<RawSheet>> readNow(List<SheetKey> keys) {
        var commands = link.reads().orElseThrow(SourceUnavailableException::new);
        var names = new ArrayList<byte[]>(keys.size() + 1);
        names.add(FLOOR);
        keys.forEach(key -> names.add(redisKey(key)));
        var answers = new ArrayList<RedisFuture<List<KeyValue<byte[], byte[]>>>>();
        for (int from = 0; from < names.size(); from += CHUNK) {
            var chunk = names.subList(from, Math.min(from + CHUNK, names.size()));
            answers.add(commands.mget(chunk.toArray(byte[][]::new)));
        }
        var values = new ArrayList<KeyValue<byte[], byte[]>>(names.size());
        answers.forEach(answer -> values.addAll(answer.toCompletableFuture().join()));
        var lowest = SheetBytes.versionOf(values.getFirst().getValueOrElse(null));
        var sheets = HashMap.<SheetKey, Versioned<RawSheet>>newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            var value = values.get(i + 1);
            if (value.hasValue()) {
                var key = keys.get(i);
                SheetBytes.read(value.getValue())
                        .filter(sheet -> sheet.version() >= lowest)
                        .ifPresent(sheet -> sheets.put(key, sheet));
            }
        }
        return sheets;
    }

    /** Nobody waits for this; what is lost here is loaded again. */
    private void write(Map<SheetKey, Versioned<RawSheet>> loaded) {
        if (breaker.getState() == CircuitBreaker.State.CLOSED) {
            link.writes().ifPresent(commands -> loaded.forEach((key, sheet) -> put(commands, key, sheet)));
        }
    }

    private void put(RedisAsyncCommands<byte[], byte[]> commands, SheetKey key, Versioned<RawSheet> sheet) {
        var millis = Long.toString(expiry(key, sheet.version())).getBytes(StandardCharsets.US_ASCII);
        var written = commands.<Long>eval(
                PUT,
                ScriptOutputType.INTEGER,
                new byte[][] {redisKey(key), FLOOR},
                SheetBytes.version(sheet.version()),
                SheetBytes.write(sheet),
                millis);
        written.whenComplete((done, failure) -> {
            if (failure != null) {
                metrics.redisFailed();
            }
        });
    }

    /** Up to a fifth short of the time to live, so that what was loaded together does not expire together. */
    private long expiry(SheetKey key, long version) {
        var spread = Math.floorMod(31L * key.hashCode() + version, 1000L);
        return ttl.toMillis() - ttl.toMillis() * spread / 5000;
    }
}
