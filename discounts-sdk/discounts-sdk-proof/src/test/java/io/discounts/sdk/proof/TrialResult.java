package io.discounts.sdk.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a fault.
 *
 * @param calls made while it lasted
 * @param misplaced of these, answers from where none should come
 * @param longest that a caller waited
 * @param opened the call at which the breaker was open; 0 if it never was
 * @param burst requests for each call until then: a retry budget that a healthy past had filled would be spent here
 * @param amplification requests for each call, over all of them
 * @param healed from the end of the fault to the first answer of the service; longer than asked for if none came
 * @param left threads and connections after close
 */
record TrialResult(
        Trial trial,
        int calls,
        int misplaced,
        Duration longest,
        int opened,
        double burst,
        double amplification,
        Duration healed,
        int left) {
    static final Duration BUDGET = Duration.ofMillis(250);
    static final Duration HEALS_WITHIN = Duration.ofSeconds(15);

    /** What was promised and not kept. */
    List<String> broken() {
        var broken = new ArrayList<String>();
        keep(misplaced == 0, "answers from elsewhere", broken);
        keep(longest.compareTo(BUDGET) <= 0, "over the budget", broken);
        keep(!trial.opensBreaker() || (opened > 0 && opened <= 20), "breaker not open within 20 calls", broken);
        keep(!trial.storm() || Math.max(burst, amplification) <= 1.1, "amplified beyond 1.1", broken);
        keep(healed.compareTo(HEALS_WITHIN) <= 0, "not healed within 15 s", broken);
        keep(left == 0, "something left after close", broken);
        return broken;
    }

    private static void keep(boolean kept, String otherwise, List<String> broken) {
        if (!kept) {
            broken.add(otherwise);
        }
    }

    @Override
    public String toString() {
        return "%-36s %6d %9d ms %7s %8.2f %8.2f %8.1f s %5d  %s"
                .formatted(
                        trial.name(),
                        calls,
                        longest.toMillis(),
                        opened == 0 ? "-" : opened,
                        burst,
                        amplification,
                        healed.toMillis() / 1000.0,
                        left,
                        broken().isEmpty() ? "kept" : broken());
    }
}
