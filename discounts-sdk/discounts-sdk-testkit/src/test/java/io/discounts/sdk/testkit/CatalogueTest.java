package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

class CatalogueTest {
    private static final Instant NOON = TickingClock.START;

    private final Catalogue catalogue = new Catalogue();

    @Test
    void knowsNothingOfAnUnknownStore() {
        assertThat(catalogue.of("s-1", NOON)).isEmpty();
        assertThat(catalogue.watermarks(NOON)).isEmpty();
        assertThat(catalogue.find("p:a", NOON)).isEmpty();
    }

    @Test
    void keepsStoresApart() {
        catalogue.list("s-1", discount("p:a"), NOON);
        catalogue.list("s-2", discount("p:b"), NOON);

        assertThat(idsOf("s-1", NOON)).containsExactly("p:a");
        assertThat(idsOf("s-2", NOON)).containsExactly("p:b");
    }

    @Test
    void listsAgainWhatWasWithdrawn() {
        catalogue.list("s-1", discount("p:a"), NOON);
        catalogue.unlist("s-1", discount("p:a"), NOON);
        assertThat(idsOf("s-1", NOON)).isEmpty();

        catalogue.list("s-1", discount("p:a"), NOON);
        assertThat(idsOf("s-1", NOON)).containsExactly("p:a");
    }

    @Test
    void doesNotKnowTheFuture() {
        catalogue.list("s-1", discount("p:a"), NOON);

        assertThat(idsOf("s-1", NOON.minusNanos(1))).isEmpty();
    }

    @Test
    void isAsItWasBeforeTheLag() {
        catalogue.list("s-1", discount("p:a"), NOON);
        catalogue.unlist("s-1", discount("p:a"), NOON.plusSeconds(2));
        catalogue.lag(Duration.ofSeconds(5));

        assertThat(idsOf("s-1", NOON.plusSeconds(4))).isEmpty();
        assertThat(idsOf("s-1", NOON.plusSeconds(5))).containsExactly("p:a");
        assertThat(idsOf("s-1", NOON.plusSeconds(6))).containsExactly("p:a");
        assertThat(idsOf("s-1", NOON.plusSeconds(7))).isEmpty();
    }

    @Test
    void seesAtOnceWhenTheLagIsGone() {
        catalogue.lag(Duration.ofSeconds(5));
        catalogue.list("s-1", discount("p:a"), NOON);
        assertThat(idsOf("s-1", NOON)).isEmpty();

        catalogue.lag(Duration.ZERO);
        assertThat(idsOf("s-1", NOON)).containsExactly("p:a");
    }

    @Test
    void promisesByItsWatermarksNoMoreThanItShows() {
        catalogue.lag(Duration.ofSeconds(5));
        catalogue.list("s-1", discount("p:a"), NOON);
        catalogue.list("s-1", discount("q:a"), NOON);

        for (var second = 0; second < 10; second++) {
            var now = NOON.plusSeconds(second);
            var promised = (Instant) catalogue.watermarks(now).get("p");

            assertThat(idsOf("s-1", now).contains("p:a")).isEqualTo(!NOON.isAfter(promised));
        }
        assertThat(catalogue.watermarks(NOON)).containsOnlyKeys("p", "q");
    }

    @Test
    void findsTheNewestOfADiscount() {
        catalogue.list("s-1", discount("p:a").uses(1), NOON);
        catalogue.list("s-1", discount("p:a").uses(2), NOON);

        assertThat(catalogue.find("p:a", NOON)).map(FakeDiscount::uses).contains(2L);
    }

    private List<String> idsOf(String storeId, Instant now) {
        return catalogue.of(storeId, now).stream().map(FakeDiscount::id).toList();
    }
}
