package io.discounts.loadtests.reads;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The sheets of a search as the service reads them from Redis, and nothing done with them: one connection for all threads. */
final class BareMget implements AutoCloseable {
    private static final int CHUNK = 50;

    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final List<List<byte[][]>> chunks;

    BareMget(String url, List<SheetsAsked> asked) {
        this.client = RedisClient.create(url);
        this.connection = client.connect(ByteArrayCodec.INSTANCE);
        this.chunks = asked.stream().map(BareMget::chunks).toList();
    }

    DirectLoad.Session session() {
        return new DirectLoad.Session() {
            @Override
            public boolean ask(int question) {
                return hasAll(chunks.get(question));
            }

            @Override
            public void close() {
                // The connection is everybody's.
            }
        };
    }

    private boolean hasAll(List<byte[][]> chunks) {
        var answers = new ArrayList<RedisFuture<List<KeyValue<byte[], byte[]>>>>();
        for (var chunk : chunks) {
            answers.add(connection.async().mget(chunk));
        }
        var all = true;
        for (var answer : answers) {
            all &= answer.toCompletableFuture().join().stream().allMatch(KeyValue::hasValue);
        }
        return all;
    }

    /** By the names under which the service keeps them. */
    private static List<byte[][]> chunks(SheetsAsked sheets) {
        var names = sheets.keys().stream()
                .map(key -> "discounts:1:sheet:" + sheets.region() + ':' + key)
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
        var chunks = new ArrayList<byte[][]>();
        for (int from = 0; from < names.size(); from += CHUNK) {
            chunks.add(names.subList(from, Math.min(from + CHUNK, names.size())).toArray(byte[][]::new));
        }
        return chunks;
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown();
    }
}
