package io.discounts.service.catalog;

import com.github.benmanes.caffeine.cache.Weigher;
import io.discounts.fixtures.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class NearCacheTest {
    private static final Duration FRESH_FOR = Duration.ofSeconds(30);
    private static final Duration PAST_RENEWAL = Duration.ofSeconds(22);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Executor AT_ONCE = Runnable::run;
    private static final Executor ASIDE = task -> Thread.ofVirtual().start(task);

    private final SettableClock clock = new SettableClock();
    private final ScriptedSource source =
            new ScriptedSource().with("a", "apple", 1).with("b", "banana", 1);

    @Test
    void loadsAllMissingKeysAtOnceAndNothingOnceWarm() {
        var cache = cache(AT_ONCE);

        assertThat(cache.get(List.of("a", "b")).values()).isEqualTo(Map.of("a", "apple", "b", "banana"));
        assertThat(cache.get(List.of("b", "a")).stale()).isFalse();

        assertThat(source.loads()).containsExactly(Set.of("a", "b"));
    }

    @Test
    void isConcernedByNewsOfWhatItHoldsOrIsLoading() {
        var cache = cache(ASIDE);
        var gate = source.closeGate();
        assertThat(cache.concerns("a")).isFalse();

        var first = CompletableFuture.supplyAsync(() -> cache.get(List.of("a")));
        await().until(() -> source.loads().size() == 1);
        assertThat(cache.concerns("a")).isTrue();
        gate.countDown();
        first.join();

        assertThat(cache.concerns("a")).isTrue();
        assertThat(cache.concerns("b")).isFalse();
    }

    @Test
    void remembersThatNothingIsKnownOfAKey() {
        var cache = cache(AT_ONCE);

        assertThat(cache.get(List.of("nothing")).values()).containsEntry("nothing", "");
        assertThat(cache.get(List.of("nothing")).values()).containsEntry("nothing", "");

        assertThat(source.loads()).hasSize(1);
    }

    @Test
    void sharesOneLoadBetweenAllWhoAskForAKey() {
        var cache = cache(ASIDE);
        var gate = source.closeGate();

        var first = CompletableFuture.supplyAsync(() -> cache.get(List.of("a")));
        await().until(() -> source.loads().size() == 1);
        var second = CompletableFuture.supplyAsync(() -> cache.get(List.of("a", "b")));
        await().until(() -> source.loads().size() == 2);
        gate.countDown();

        assertThat(first.join().values()).containsEntry("a", "apple");
        assertThat(second.join().values()).containsEntry("a", "apple").containsEntry("b", "banana");
        assertThat(source.loads()).containsExactly(Set.of("a"), Set.of("b"));
    }

    @Test
    void renewsBehindTheCallersBackBeforeTheBound() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        source.with("a", "apricot", 2);

        clock.advance(PAST_RENEWAL);

        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apple");
        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apricot");
        assertThat(source.loads()).hasSize(2);
    }

    @Test
    void renewsTogetherWhatComesDueOneAfterTheOther() {
        var plans = new ArrayList<Runnable>();
        var cache = cache(AT_ONCE, plans::add);
        cache.get(List.of("a", "b"));

        clock.advance(PAST_RENEWAL);
        cache.get(List.of("a"));
        cache.get(List.of("b"));
        cache.get(List.of("a"));
        assertThat(source.loads()).hasSize(1);
        assertThat(plans).hasSize(1);
        plans.getFirst().run();

        assertThat(source.loads()).containsExactly(Set.of("a", "b"), Set.of("a", "b"));
    }

    @Test
    void renewsAheadAndTogetherWhatWillSoonBeDueThoughNobodyAsks() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        cache.get(List.of("b"));

        cache.renewAhead();
        assertThat(source.loads()).hasSize(2);
        clock.advance(FRESH_FOR.dividedBy(2));
        source.with("a", "apricot", 2);
        cache.renewAhead();
        assertThat(source.loads()).hasSize(3).endsWith(Set.of("a", "b"));

        clock.advance(FRESH_FOR.dividedBy(2));
        assertThat(cache.get(List.of("a", "b")).values()).containsEntry("a", "apricot");
        assertThat(source.loads()).hasSize(3);
    }

    @Test
    void renewsWhatIsDistrustedBeforeAnybodyAsksForIt() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a", "b"));

        cache.distrust();
        cache.renewAhead();

        assertThat(cache.get(List.of("a", "b")).stale()).isFalse();
        assertThat(source.loads()).containsExactly(Set.of("a", "b"), Set.of("a", "b"));
    }

    @Test
    void renewsNothingAheadThatHasJustFailed() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        source.goAway();
        clock.advance(FRESH_FOR);

        cache.renewAhead();
        cache.renewAhead();

        assertThat(source.loads()).hasSize(2);
    }

    @Test
    void waitsForALoadPastTheBound() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        source.with("a", "apricot", 2);

        clock.advance(FRESH_FOR);

        var answer = cache.get(List.of("a"));
        assertThat(answer.values()).containsEntry("a", "apricot");
        assertThat(answer.stale()).isFalse();
    }

    @Test
    void servesTheOldValueAsStaleWhileTheSourceIsAwayAndRecovers() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        source.goAway();

        clock.advance(FRESH_FOR);
        var during = cache.get(List.of("a"));
        source.comeBack();
        clock.advance(RETRY_AFTER);
        var after = cache.get(List.of("a"));

        assertThat(during).isEqualTo(new Loaded<>(Map.of("a", "apple"), true));
        assertThat(after).isEqualTo(new Loaded<>(Map.of("a", "apple"), false));
    }

    @Test
    void isNotStaleWithinTheBoundHoweverLongTheSourceIsAway() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        source.goAway();

        clock.advance(PAST_RENEWAL);

        assertThat(cache.get(List.of("a"))).isEqualTo(new Loaded<>(Map.of("a", "apple"), false));
    }

    @Test
    void doesNotTryAgainBeforeItsTime() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));
        source.goAway();
        clock.advance(FRESH_FOR);

        cache.get(List.of("a"));
        for (int i = 0; i < 10; i++) {
            assertThat(source.loads()).hasSize(2);
            clock.advance(RETRY_AFTER.dividedBy(10));
            cache.get(List.of("a"));
        }

        assertThat(source.loads()).hasSize(3);
    }

    @Test
    void saysSoWhenAValueIsNowhereToBeHad() {
        source.goAway();

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> cache(AT_ONCE).get(List.of("a")));
    }

    @Test
    void stopsWaitingForASourceThatHangs() {
        var cache = impatientCache();
        var gate = source.closeGate();

        assertThatExceptionOfType(SourceUnavailableException.class).isThrownBy(() -> cache.get(List.of("a")));

        gate.countDown();
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apple"));
    }

    @Test
    void waitsNoLongerThanACallerWhoWillSoonBeGone() {
        var cache = cache(ASIDE);
        var gate = source.closeGate();

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> cache.get(List.of("a"), Duration.ofMillis(1)));

        gate.countDown();
        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apple");
    }

    /** One who is in a hurry says nothing of how the source is. */
    @Test
    void goesOnWaitingForOthersOnceSomebodyInAHurryHasNot() {
        var cache = cache(ASIDE);
        cache.get(List.of("a"));
        clock.advance(FRESH_FOR);
        var gate = source.closeGate();

        var hurried = cache.get(List.of("a"), Duration.ofMillis(1));
        gate.countDown();

        assertThat(hurried).isEqualTo(new Loaded<>(Map.of("a", "apple"), true));
        assertThat(cache.get(List.of("a")).stale()).isFalse();
    }

    @Test
    void makesOneCallerWaitForASourceThatHangsAndNoOther() {
        var cache = impatientCache();
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(cache.get(List.of("a")).stale()).isFalse());
        var loadsBefore = source.loads().size();
        clock.advance(FRESH_FOR);
        var gate = source.closeGate();

        var first = cache.get(List.of("a"));
        source.goAway();
        var second = cache.get(List.of("a"));
        await().until(() -> source.loads().size() > loadsBefore);
        gate.countDown();

        assertThat(first).isEqualTo(new Loaded<>(Map.of("a", "apple"), true));
        assertThat(second).isEqualTo(first);
        assertThat(source.loads()).hasSize(loadsBefore + 1);
    }

    @Test
    void failsAtOnceWhereNoMoreLoadsFindAPlaceAndLoadsAgainLater() {
        var full = new AtomicBoolean(true);
        Executor crowded = task -> {
            if (full.get()) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        };
        var cache = cache(crowded);

        assertThatExceptionOfType(SourceUnavailableException.class).isThrownBy(() -> cache.get(List.of("a")));
        full.set(false);

        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apple");
    }

    @Test
    void loadsAgainWhatAnInvalidationNames() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a", "b"));
        source.with("a", "apricot", 2);

        cache.invalidate("a", 2);

        assertThat(cache.get(List.of("a", "b")).values()).containsEntry("a", "apricot");
        assertThat(source.loads()).containsExactly(Set.of("a", "b"), Set.of("a"));
    }

    @Test
    void servesWhatItHasUntilTheNewsIsFetchedWithAllOther() {
        var plans = new ArrayList<Runnable>();
        var cache = cache(AT_ONCE, plans::add);
        cache.get(List.of("a", "b"));
        source.with("a", "apricot", 2).with("b", "blueberry", 2);

        cache.invalidate("a", 2);
        cache.invalidate("b", 2);
        assertThat(cache.get(List.of("a"))).isEqualTo(new Loaded<>(Map.of("a", "apple"), false));
        plans.getFirst().run();

        assertThat(cache.get(List.of("a", "b")).values())
                .containsEntry("a", "apricot")
                .containsEntry("b", "blueberry");
        assertThat(source.loads()).containsExactly(Set.of("a", "b"), Set.of("a", "b"));
    }

    @Test
    void waitsForTheNewsWhereItIsNotFetchedSoon() {
        var cache = cache(AT_ONCE, plan -> {});
        cache.get(List.of("a"));
        source.with("a", "apricot", 2);

        cache.invalidate("a", 2);
        clock.advance(Duration.ofSeconds(1));

        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apricot");
    }

    @Test
    void ignoresAnInvalidationOfWhatItHasAlready() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a"));

        cache.invalidate("a", 1);

        cache.get(List.of("a"));
        assertThat(source.loads()).hasSize(1);
    }

    @Test
    void renewsALoadThatAnInvalidationOvertook() {
        var plans = new ConcurrentLinkedQueue<Runnable>();
        var cache = cache(ASIDE, plans::add);
        overtakenLoad(cache);

        assertThat(cache.get(List.of("a"))).isEqualTo(new Loaded<>(Map.of("a", "apple"), false));
        plans.forEach(Runnable::run);

        await().until(() -> cache.get(List.of("a")).values().equals(Map.of("a", "apricot")));
    }

    @Test
    void distrustsALoadThatAnInvalidationOvertookLongAgo() {
        var cache = cache(ASIDE, plan -> {});
        overtakenLoad(cache);

        clock.advance(Duration.ofSeconds(1));

        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apricot");
    }

    private void overtakenLoad(NearCache<String, String> cache) {
        var gate = source.closeGate();
        var slow = CompletableFuture.supplyAsync(() -> cache.get(List.of("a")));
        await().until(() -> source.loads().size() == 1);
        source.with("a", "apricot", 2);
        cache.invalidate("a", 2);
        gate.countDown();
        slow.join();
    }

    @Test
    void neverReplacesANewerVersionByAnOlder() {
        var cache = cache(AT_ONCE);
        source.with("a", "apricot", 2);
        cache.get(List.of("a"));
        source.with("a", "apple", 1);

        clock.advance(FRESH_FOR);

        assertThat(cache.get(List.of("a")).values()).containsEntry("a", "apricot");
    }

    @Test
    void loadsEverythingAgainOnceDistrustedButServesItWhileTheSourceIsAway() {
        var cache = cache(AT_ONCE);
        cache.get(List.of("a", "b"));

        cache.distrust();
        source.goAway();
        assertThat(cache.get(List.of("a"))).isEqualTo(new Loaded<>(Map.of("a", "apple"), true));

        source.comeBack();
        assertThat(cache.get(List.of("b")).stale()).isFalse();
        assertThat(source.loads()).hasSize(3);
    }

    @Test
    void keepsWithinItsWeight() {
        for (int i = 0; i < 1000; i++) {
            source.with("key-" + i, "value", 1);
        }
        var cache = new NearCache<>(
                source, Weigher.<String, String>singletonWeigher(), policy(100), AT_ONCE, AT_ONCE, clock, metrics());

        for (int i = 0; i < 1000; i++) {
            cache.get(List.of("key-" + i));
        }

        await().untilAsserted(() -> assertThat(cache.weight()).isLessThanOrEqualTo(100));
    }

    private NearCache<String, String> cache(Executor executor) {
        return cache(executor, AT_ONCE);
    }

    private NearCache<String, String> cache(Executor executor, Executor later) {
        return new NearCache<>(source, Weigher.singletonWeigher(), policy(1000), executor, later, clock, metrics());
    }

    /** For tests that wait in vain; all others have time. */
    private NearCache<String, String> impatientCache() {
        var soon = Duration.ofMillis(200);
        var policy = new NearPolicy(FRESH_FOR, soon, soon, RETRY_AFTER, 1000, 42);
        return new NearCache<>(source, Weigher.singletonWeigher(), policy, ASIDE, AT_ONCE, clock, metrics());
    }

    private static NearPolicy policy(long maxWeight) {
        return new NearPolicy(FRESH_FOR, PATIENCE, PATIENCE, RETRY_AFTER, maxWeight, 42);
    }

    private static CacheMetrics metrics() {
        return new CatalogMetrics(new SimpleMeterRegistry()).cache("test");
    }
}
