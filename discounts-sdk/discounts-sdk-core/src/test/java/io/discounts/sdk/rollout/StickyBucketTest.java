package io.discounts.sdk.rollout;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StickyBucketTest {
    private static final int KEYS = 100_000;
    private static final long ONE_PERCENT = KEYS / 100;

    @Test
    void putsTheSameKeyIntoTheSameBucketInEveryVersion() {
        var bucket = new StickyBucket("discounts");

        // Computed with Python's hashlib, not by this code.
        assertThat(bucket.of("c-1")).isEqualTo(13228);
        assertThat(bucket.of("señora")).isEqualTo(59584);
    }

    @Property
    void knowsItsBoundsForEveryKey(@ForAll String salt, @ForAll String key) {
        assertThat(new StickyBucket(salt).of(key)).isBetween(0, Staging.ALL - 1);
    }

    @Property(tries = 20)
    void takesTheShareItIsToldToWithinOnePercent(@ForAll String salt, @ForAll @IntRange(max = Staging.ALL) int share) {
        var bucket = new StickyBucket(salt);

        var taken = count(number -> bucket.of("c-" + number) < share);

        assertThat(taken).isCloseTo((long) share * KEYS / Staging.ALL, within(ONE_PERCENT));
    }

    @Test
    void takesOthersFirstWithAnotherSalt() {
        var search = new StickyBucket("search");
        var evaluate = new StickyBucket("evaluate");
        var half = Staging.ALL / 2;

        var inBoth = count(number -> search.of("c-" + number) < half && evaluate.of("c-" + number) < half);

        assertThat(inBoth).isCloseTo(KEYS / 4, within(ONE_PERCENT));
    }

    @Test
    void tellsWhereTheSaltEndsAndTheKeyBegins() {
        assertThat(new StickyBucket("a").of("bc")).isNotEqualTo(new StickyBucket("ab").of("c"));
    }

    private static long count(IntPredicate isIn) {
        return IntStream.range(0, KEYS).filter(isIn).count();
    }
}
