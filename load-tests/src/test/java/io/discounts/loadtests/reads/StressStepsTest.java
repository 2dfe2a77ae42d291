package io.discounts.loadtests.reads;

import io.discounts.loadtests.reads.Statistics.Requests;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StressStepsTest {
    private static final Phase KNEE = new Phase("x1", 100, 10);
    private static final Phase BEYOND = new Phase("x5", 500, 10);
    private static final Phase AFTER = new Phase("after", 50, 10);
    private static final List<Phase> PHASES = List.of(KNEE, BEYOND, AFTER);

    private final Map<String, Requests> found = new HashMap<>();

    @Test
    void holdsWhereGoodputStaysAndOnlyTheLessImportantFail() {
        found(KNEE, requests(100, 0), requests(600, 0), requests(300, 0));
        found(BEYOND, requests(500, 0), requests(450, 2_550), requests(0, 1_500));
        found(AFTER, requests(50, 0), requests(300, 0), requests(150, 0));

        var steps = steps();

        assertThat(steps.goodput(KNEE)).isEqualTo(100);
        assertThat(steps.goodputAtMost()).isCloseTo(0.95, within(1e-9));
        assertThat(steps.goodputHolds()).isTrue();
        assertThat(steps.checkoutIsUnharmed()).isTrue();
        assertThat(steps.isCalmAfter()).isTrue();
    }

    @Test
    void breaksWhereGoodputFallsOrCheckoutsFailOrItLasts() {
        found(KNEE, requests(100, 0), requests(600, 0), requests(300, 0));
        found(BEYOND, requests(498, 2), requests(300, 2_700), requests(0, 1_500));
        found(AFTER, requests(50, 0), requests(300, 0), requests(149, 1));

        var steps = steps();

        assertThat(steps.goodputHolds()).isFalse();
        assertThat(steps.checkoutIsUnharmed()).isFalse();
        assertThat(steps.isCalmAfter()).isFalse();
    }

    @Test
    void takesCheckoutsThatNobodyCountedForHarmed() {
        assertThat(steps().checkoutIsUnharmed()).isFalse();
    }

    @Test
    void writesPhasesAsTheyAreReadAgain() {
        assertThat(Phase.parse(Phase.toText(PHASES))).isEqualTo(PHASES);
    }

    private StressSteps steps() {
        return new StressSteps(PHASES, new Statistics(found));
    }

    private void found(Phase phase, Requests checkouts, Requests browsing, Requests shadow) {
        found.put(Asking.CHECKOUT.during(phase), checkouts);
        found.put(Asking.BROWSE.during(phase), browsing);
        found.put(Asking.SHADOW.during(phase), shadow);
    }

    private static Requests requests(long answered, long failed) {
        return new Requests(answered, 0, failed == 0 ? Map.of() : Map.of(503, failed), 1, 2, 3);
    }
}
