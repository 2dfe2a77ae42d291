package io.discounts.sample.promotion;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PromotionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Promotions promotions = new Promotions();

    PromotionsTest() {
        Stock.asOf(NOW).forEach(promotions::put);
    }

    @Test
    void areToldByRankAndThenByNumber() {
        promotions.put(promotion(1009, 20, "ad-2"));
        promotions.put(promotion(1000, 20, "ad-2"));

        assertThat(promotions.of("ad-2")).extracting(Promotion::number).containsExactly(1000, 1002, 1009, 1004, 1003);
    }

    @Test
    void areReplacedByTheirNumber() {
        var before = promotions.find(1002).orElseThrow();

        promotions.put(before.with(2500, before.version() + 1));

        assertThat(promotions.find(1002)).map(Promotion::basisPoints).hasValue(2500);
        assertThat(promotions.all()).hasSize(8);
    }

    @Test
    void areGoneOnceRemoved() {
        promotions.remove(1005);

        assertThat(promotions.of("ad-3")).isEmpty();
        assertThat(promotions.find(1005)).isEmpty();
    }

    @Test
    void endBeforeTheMomentTheyAreValidUntil() {
        var ended = promotions.find(1008).orElseThrow();
        var until = NOW.minusSeconds(3600);

        assertThat(ended.isValidAt(until.minusMillis(1))).isTrue();
        assertThat(ended.isValidAt(until)).isFalse();
    }

    @Test
    void cannotBeInvalid() {
        assertThatIllegalArgumentException().isThrownBy(() -> promotion(99, 1, "ad-1"));
        var valid = promotion(1000, 1, "ad-1");
        assertThatIllegalArgumentException().isThrownBy(() -> valid.with(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> valid.with(10_001, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Promotion.Terms(null, -1, null));
    }

    @Test
    void ofNoStoreAreNone() {
        assertThat(promotions.of("ad-9")).isEqualTo(List.of());
    }

    private static Promotion promotion(int number, int rank, String store) {
        return new Promotion(
                number, 1, "A tenth off", Set.of(store), 1000, Promotion.Terms.NONE, rank, NOW.minusSeconds(60), null);
    }
}
