package io.discounts.loadtests.events;

import io.discounts.loadtests.harness.LoadedStreams;
import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.devservers.Streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** A provider that changes its discounts at a steady pace, one in eight of them for the last time until the next. */
final class ChangingDiscounts implements AutoCloseable {
    private static final int PUTS_A_SECOND = 10;

    private final LoadedStreams streams;
    private final int discounts;
    private final int aPut;
    private final Random random;
    private final Map<String, Long> versions = new HashMap<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean ending;

    ChangingDiscounts(LoadedStreams streams, int discounts, int aSecond, long seed) {
        this.streams = streams;
        this.discounts = discounts;
        this.aPut = Math.max(1, aSecond / PUTS_A_SECOND);
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual().name("changes").start(this::change);
    }

    /** Ends the changes and says which version each discount has in the end. */
    Map<String, Long> end() {
        ending = true;
        ended.join();
        return versions;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void change() {
        try {
            while (!ending) {
                streams.put(IntStream.range(0, aPut).mapToObj(i -> next()).toList());
                TimeUnit.MILLISECONDS.sleep(1_000 / PUTS_A_SECOND);
            }
            ended.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    /** A few are changed far more often than the others. */
    private Streamed next() {
        var id = "d-" + random.nextInt(random.nextInt(4) == 0 ? Math.max(1, discounts / 100) : discounts);
        var version = versions.merge(id, 1L, Long::sum);
        return random.nextInt(8) == 0
                ? event(id, version, "withdrawn", "")
                : event(id, version, "published", """
                        ,"label":"version %d","currency":"EUR","effect":{"type":"percentage_off","percent":%d},\
                        "scope":{"stores":["s-%d"]},"validFrom":"2026-01-01T00:00:00Z\"""".formatted(
                                version, 1 + random.nextInt(90), random.nextInt(discounts)));
    }

    private static Streamed event(String id, long version, String what, String data) {
        var subject = "ES/" + id;
        return new Streamed(
                Streams.PARTNER_PROMOTIONS, subject, """
                {"specversion":"1.0","id":"%s@%d","source":"/load-tests","type":"io.discounts.discount.%s.v1",\
                "subject":"%s","time":"2026-11-22T10:00:00Z","data":{"externalId":"%s","version":%d,"region":"ES"%s}}""".formatted(subject, version, what, subject, id, version, data));
    }
}
