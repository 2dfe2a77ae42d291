package io.discounts.service.edge;

import io.discounts.service.edge.LoadSettings.Bounds;
import io.discounts.service.edge.SharedProcessor.Counts;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** A service that is asked five times what it can do, in simulated time. */
class OverloadTest {
    private static final Map<Priority, Double> HALF =
            Map.of(Priority.CHECKOUT, 0.1, Priority.BROWSE, 0.3, Priority.SHADOW, 0.1);
    private static final Map<Priority, Double> FIVEFOLD =
            Map.of(Priority.CHECKOUT, 0.5, Priority.BROWSE, 2.0, Priority.SHADOW, 2.5);

    private static final Duration BURST = ofMillis(30);

    private final FakeNanos time = new FakeNanos();
    private final Gate gate = new Gate(new Bounds(6, 400, ofMillis(20)), new Backlog(ofMillis(20), time), time);
    private final SharedProcessor service = new SharedProcessor(gate, time);

    @Test
    void answersAsManyAsItCanAndEveryCheckout() {
        service.run(ofSeconds(10), FIVEFOLD);

        var overloaded = service.run(ofSeconds(30), FIVEFOLD);

        assertThat(of(overloaded, Priority.CHECKOUT).shed()).isZero();
        assertThat(of(overloaded, Priority.CHECKOUT).slowestMillis()).isLessThan(50);
        assertThat(of(overloaded, Priority.SHADOW).answered()).isZero();
        assertThat(of(overloaded, Priority.BROWSE).answered()).isGreaterThan(14_000);
        assertThat(answered(overloaded)).isGreaterThan(29_000);
    }

    @Test
    void isAsBeforeWithinTenSeconds() {
        service.run(ofSeconds(60), FIVEFOLD);
        service.run(ofSeconds(10), HALF);

        var after = service.run(ofSeconds(60), HALF);

        assertThat(after.values()).allMatch(counts -> counts.shed() == 0 && counts.slowestMillis() < 10);
    }

    @Test
    void shedsNobodyBelowWhatItCanDo() {
        var calm = service.run(Duration.ofMinutes(2), HALF);

        assertThat(calm.values()).allMatch(counts -> counts.shed() == 0 && counts.asked() > 0);
    }

    /** Either side has pauses, for garbage or the want of a processor, and what is due then comes all at once. */
    @Test
    void answersEveryCheckoutOfABurst() {
        service.run(ofSeconds(30), FIVEFOLD);

        for (int i = 0; i < 100; i++) {
            service.run(BURST, Map.of());
            var burst = service.run(ofMillis(1), times(FIVEFOLD, BURST.toMillis()));

            assertThat(of(burst, Priority.CHECKOUT).shed()).isZero();
            assertThat(of(burst, Priority.BROWSE).shed()).isPositive();
        }
    }

    private static Map<Priority, Double> times(Map<Priority, Double> rates, long factor) {
        return rates.entrySet().stream().collect(toMap(Map.Entry::getKey, each -> each.getValue() * factor));
    }

    private static Counts of(Map<Priority, Counts> all, Priority priority) {
        return all.getOrDefault(priority, Counts.NONE);
    }

    private static int answered(Map<Priority, Counts> all) {
        return all.values().stream().mapToInt(Counts::answered).sum();
    }
}
