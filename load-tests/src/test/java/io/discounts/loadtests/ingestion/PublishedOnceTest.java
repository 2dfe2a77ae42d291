package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedOnceTest {
    private static final String PUBLISHED = "io.discounts.discount.published.v1";
    private static final String WITHDRAWN = "io.discounts.discount.withdrawn.v1";

    @Test
    void leavesOutWithdrawalsAndGoesOnUntilThereAreEnough() {
        var news = news(
                event("ES/1", WITHDRAWN), event("ES/2", PUBLISHED), event("ES/3", WITHDRAWN), event("ES/4", PUBLISHED));

        assertThat(news.next(2)).extracting(Streamed::subject).containsExactly("ES/2", "ES/4");
    }

    @Test
    void takesTheFirstOfWhatIsToldOfADiscountTwice() {
        var news = news(event("ES/1", PUBLISHED), event("ES/1", PUBLISHED + "again"), event("ES/2", PUBLISHED));

        assertThat(news.next(2)).containsExactly(event("ES/1", PUBLISHED), event("ES/2", PUBLISHED));
    }

    @Test
    void givesNoMoreThanAreAskedFor() {
        var three = IntStream.range(0, 3)
                .mapToObj(number -> event("ES/" + number, PUBLISHED))
                .toList();

        assertThat(new PublishedOnce(atLeast -> three).next(2)).isEqualTo(three.subList(0, 2));
    }

    /** One after the other. */
    private static PublishedOnce news(Streamed... events) {
        Queue<Streamed> left = new ArrayDeque<>(List.of(events));
        return new PublishedOnce(
                atLeast -> Stream.generate(left::remove).limit(atLeast).toList());
    }

    private static Streamed event(String subject, String type) {
        return new Streamed("partner-promotions", subject, "{\"type\":\"" + type + "\"}");
    }
}
