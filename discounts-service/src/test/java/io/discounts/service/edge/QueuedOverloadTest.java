package io.discounts.service.edge;

import io.discounts.service.edge.LoadSettings.Bounds;
import io.discounts.service.edge.SharedProcessor.Counts;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/** A service that needs nothing but its processor, and is asked five times what that can do, in simulated time. */
class QueuedOverloadTest {
    private static final Map<Priority, Double> HALF =
            Map.of(Priority.CHECKOUT, 0.05, Priority.BROWSE, 0.3, Priority.SHADOW, 0.15);
    private static final Map<Priority, Double> FOUR_FIFTHS =
            Map.of(Priority.CHECKOUT, 0.1, Priority.BROWSE, 0.5, Priority.SHADOW, 0.2);
    private static final Map<Priority, Double> FIVEFOLD =
            Map.of(Priority.CHECKOUT, 0.5, Priority.BROWSE, 3.0, Priority.SHADOW, 1.5);
    private static final Duration PAUSE = ofMillis(150);
    private static final Duration COLLECTION = ofMillis(100);

    private final FakeNanos time = new FakeNanos();
    private final Gate gate = new Gate(new Bounds(16, 400, ofMillis(20)), new Backlog(ofMillis(20), time), time);
    private final QueuedProcessor service = new QueuedProcessor(gate, time);

    @Test
    void answersAsManyAsItCanAndEveryCheckout() {
        service.run(ofSeconds(10), FIVEFOLD);

        var overloaded = service.run(ofSeconds(30), FIVEFOLD);

        assertThat(of(overloaded, Priority.CHECKOUT).shed()).isZero();
        assertThat(of(overloaded, Priority.CHECKOUT).slowestMillis()).isLessThan(50);
        assertThat(of(overloaded, Priority.SHADOW).answered()).isLessThan(300);
        assertThat(answered(overloaded)).isGreaterThan(28_500);
    }

    @Test
    void answersEveryCheckoutFromTheFirstInstantOfTheOverloadOn() {
        service.run(ofSeconds(10), HALF);

        var overloaded = service.run(ofSeconds(2), FIVEFOLD);

        assertThat(of(overloaded, Priority.CHECKOUT).shed()).isZero();
    }

    @Test
    void answersEveryCheckoutOverPausesInTheOverload() {
        service.run(ofSeconds(2), FIVEFOLD);

        for (int i = 0; i < 20; i++) {
            service.pause(PAUSE, FIVEFOLD);
            assertThat(of(service.run(ofSeconds(1), FIVEFOLD), Priority.CHECKOUT)
                            .shed())
                    .isZero();
        }
    }

    @Test
    void shedsNobodyBelowWhatItCanDoThoughItPauses() {
        for (int i = 0; i < 50; i++) {
            service.pause(PAUSE, HALF);
            assertThat(service.run(ofSeconds(1), HALF).values()).allMatch(counts -> counts.shed() == 0);
        }
    }

    @Test
    void shedsNobodyThoughAPauseIsFeltForFourTimesAsLong() {
        for (int i = 0; i < 50; i++) {
            service.pause(COLLECTION, FOUR_FIFTHS);
            assertThat(service.run(ofSeconds(2), FOUR_FIFTHS).values()).allMatch(counts -> counts.shed() == 0);
        }
    }

    @Test
    void isAsBeforeWithinASecond() {
        service.run(ofSeconds(60), FIVEFOLD);
        service.run(ofSeconds(1), HALF);

        var after = service.run(ofSeconds(60), HALF);

        assertThat(after.values()).allMatch(counts -> counts.shed() == 0 && counts.slowestMillis() < 10);
    }

    /** More checkouts than it can do: no queue may be without a bound. */
    @Test
    void turnsAwayCheckoutsThatHaveWaitedForLong() {
        var checkouts = Map.of(Priority.CHECKOUT, 2.0);
        service.run(ofSeconds(10), checkouts);

        var overloaded = of(service.run(ofSeconds(10), checkouts), Priority.CHECKOUT);

        assertThat(overloaded.slowestMillis()).isLessThan(520);
        assertThat(overloaded.answered()).isGreaterThan(9_500);
    }

    private static Counts of(Map<Priority, Counts> all, Priority priority) {
        return all.getOrDefault(priority, Counts.NONE);
    }

    private static int answered(Map<Priority, Counts> all) {
        return all.values().stream().mapToInt(Counts::answered).sum();
    }
}
