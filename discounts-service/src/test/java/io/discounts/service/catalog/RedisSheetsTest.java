package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The middle level on the real Redis. */
@ServiceTest
class RedisSheetsTest {
    private static final Region FRANCE = new Region("FR");
    private static final Instant SINCE = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final AtomicInteger TESTS = new AtomicInteger();

    @Autowired
    private RedisLink link;

    @Autowired
    private RedisInvalidations invalidations;

    private final Map<SheetKey, Versioned<RawSheet>> behind = new HashMap<>();
    private final List<Collection<SheetKey>> askedBehind = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SheetKey key;
    private RedisSheets sheets;

    @BeforeEach
    void openSheets() {
        key = new SheetKey(FRANCE, ScopeKey.brand("redis-" + TESTS.incrementAndGet()));
        sheets = new RedisSheets(
                this::loadBehind,
                link,
                Breakers.of("test", Duration.ofSeconds(5)),
                Duration.ofMinutes(1),
                new CatalogMetrics(meters));
        await().until(() -> link.writes().isPresent());
        forgetFloor();
    }

    /** It would hold for the other tests' sheets as well. */
    @AfterEach
    void forgetFloor() {
        link.writes().orElseThrow().del(RedisSheets.FLOOR).toCompletableFuture().join();
    }

    @Test
    void remembersWhatItLoadedFromBehind() {
        behind.put(key, sheet("one", 1));

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("one");
        awaitHeld("one");

        assertThat(askedBehind).hasSize(1);
    }

    @Test
    void tellsVersionsOfSheetsAndOfMarks() {
        var unknown = new SheetKey(FRANCE, ScopeKey.brand("nobody"));
        behind.put(key, sheet("one", 1));
        sheets.load(List.of(key));
        awaitHeld("one");
        assertThat(sheets.versions(List.of(unknown, key))).isEqualTo(Map.of(key, 1L));

        invalidate(2);

        assertThat(sheets.versions(List.of(key))).isEqualTo(Map.of(key, 2L));
    }

    @Test
    void marksThousandsOfSheetsOfOneBatch() {
        var changed = IntStream.range(0, 1_234)
                .mapToObj(i -> new SheetKey(FRANCE, ScopeKey.brand(key.key().written() + '-' + i)))
                .toList();

        invalidations.deliver(List.of(Invalidations.write(changed.stream()
                .<Invalidation>map(sheet -> new Invalidation.OfSheet(sheet.region(), sheet.key(), 7, Set.of()))
                .toList())));

        assertThat(sheets.versions(changed)).hasSize(1_234).containsValue(7L).doesNotContainValue(0L);
    }

    @Test
    void putsNoOlderMarkInPlaceOfANewerOne() {
        invalidate(3);

        invalidate(2);

        assertThat(sheets.versions(List.of(key))).isEqualTo(Map.of(key, 3L));
    }

    @Test
    void tellsNoVersionsBelowTheFloor() {
        invalidate(2);

        raiseFloor(3);

        assertThat(sheets.versions(List.of(key))).isEmpty();
    }

    @Test
    void remembersSinceWhenASheetIsComplete() {
        behind.put(key, sheet("one", 1));
        sheets.load(List.of(key));

        awaitHeld("one");

        assertThat(Objects.requireNonNull(sheets.load(List.of(key)).get(key))
                        .value()
                        .since())
                .isEqualTo(SINCE);
    }

    @Test
    void takesASheetOfAnEarlierLayoutForMissing() {
        behind.put(key, sheet("one", 1));
        var earlier = ByteBuffer.allocate(24)
                .put(SheetBytes.version(1))
                .put((byte) 'S')
                .putInt(0)
                .flip();
        link.writes()
                .orElseThrow()
                .set(RedisSheets.redisKey(key), earlier.array())
                .toCompletableFuture()
                .join();

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("one");
        awaitHeld("one");
    }

    @Test
    void remembersThatNothingIsKnown() {
        assertThat(bodies(sheets.load(List.of(key)))).isEmpty();

        await().untilAsserted(() -> {
            askedBehind.clear();
            assertThat(bodies(sheets.load(List.of(key)))).isEmpty();
            assertThat(askedBehind).isEmpty();
        });
    }

    @Test
    void asksForManyKeysInOneRoundTripAndForTheMissingOnesInOne() {
        var keys = IntStream.range(0, 170)
                .mapToObj(i -> new SheetKey(FRANCE, ScopeKey.city(key.key() + "-" + i)))
                .toList();
        sheets.load(keys.subList(0, 100));
        await().untilAsserted(() -> {
            askedBehind.clear();
            assertThat(sheets.load(keys.subList(0, 100))).hasSize(100);
            assertThat(askedBehind).isEmpty();
        });
        var before = roundTrips();

        assertThat(sheets.load(keys)).hasSize(170);

        assertThat(roundTrips() - before).isEqualTo(1);
        assertThat(askedBehind).hasSize(1);
        assertThat(askedBehind.getFirst()).hasSize(70);
    }

    @Test
    void marksAnInvalidatedSheetSoThatItIsLoadedAgain() {
        behind.put(key, sheet("one", 1));
        sheets.load(List.of(key));
        awaitHeld("one");
        behind.put(key, sheet("two", 2));

        invalidate(2);

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("two");
        awaitHeld("two");
    }

    @Test
    void keepsASlowReaderFromBringingThePastBack() {
        invalidate(2);
        behind.put(key, sheet("one", 1));

        sheets.load(List.of(key));
        behind.put(key, sheet("two", 2));

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("two");
    }

    @Test
    void ignoresAMarkThatIsOlderThanTheSheet() {
        behind.put(key, sheet("five", 5));
        sheets.load(List.of(key));
        awaitHeld("five");

        invalidate(4);

        askedBehind.clear();
        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("five");
        assertThat(askedBehind).isEmpty();
    }

    @Test
    void countsWhatIsBelowTheFloorAsMissing() {
        behind.put(key, sheet("old", 5));
        sheets.load(List.of(key));
        awaitHeld("old");
        behind.put(key, sheet("new", 100));

        raiseFloor(100);

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("new");
        awaitHeld("new");
    }

    @Test
    void keepsASlowReaderFromBringingAnotherCatalogBack() {
        raiseFloor(100);
        behind.put(key, sheet("old", 5));
        sheets.load(List.of(key));
        behind.put(key, sheet("new", 100));

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("new");
    }

    @Test
    void neverLowersTheFloor() {
        raiseFloor(100);
        raiseFloor(50);
        behind.put(key, sheet("old", 60));
        sheets.load(List.of(key));
        behind.put(key, sheet("new", 100));

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("new");
    }

    @Test
    void asksBehindWhenRedisHoldsSomethingElse() {
        behind.put(key, sheet("one", 1));
        link.writes()
                .orElseThrow()
                .set(RedisSheets.redisKey(key), "rubbish".getBytes(StandardCharsets.US_ASCII))
                .toCompletableFuture()
                .join();

        assertThat(bodies(sheets.load(List.of(key)))).containsExactly("one");
    }

    private void raiseFloor(long version) {
        invalidations.deliver(List.of(Invalidations.write(List.of(new Invalidation.OfEverything(version)))));
    }

    private void invalidate(long version) {
        invalidations.deliver(List.of(
                Invalidations.write(List.of(new Invalidation.OfSheet(key.region(), key.key(), version, Set.of())))));
    }

    /** The write goes on behind the reader's back. */
    private void awaitHeld(String body) {
        await().untilAsserted(() -> {
            askedBehind.clear();
            assertThat(bodies(sheets.load(List.of(key)))).containsExactly(body);
            assertThat(askedBehind).isEmpty();
        });
        askedBehind.add(List.of(key));
    }

    private long roundTrips() {
        return meters.get(CatalogMetrics.LOADS).tag("source", "redis").timer().count();
    }

    private Map<SheetKey, Versioned<RawSheet>> loadBehind(Collection<SheetKey> keys) {
        askedBehind.add(List.copyOf(keys));
        var loaded = new HashMap<SheetKey, Versioned<RawSheet>>();
        keys.forEach(asked ->
                loaded.put(asked, behind.getOrDefault(asked, new Versioned<>(new RawSheet(List.of(), SINCE), 0))));
        return loaded;
    }

    private List<String> bodies(Map<SheetKey, Versioned<RawSheet>> loaded) {
        return Objects.requireNonNull(loaded.get(key)).value().bodies().stream()
                .map(body -> new String(body, StandardCharsets.UTF_8))
                .toList();
    }

    private static Versioned<RawSheet> sheet(String body, long version) {
        return new Versioned<>(new RawSheet(List.of(body.getBytes(StandardCharsets.UTF_8)), SINCE), version);
    }
}
