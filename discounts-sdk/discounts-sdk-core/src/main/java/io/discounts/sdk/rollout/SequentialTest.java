package io.discounts.sdk.rollout;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Whether calls go bad more often than a budget allows, judged call by call: Page's cumulative sum of the likelihood ratio
 * of "intolerable" to "allowed" (E. S. Page, Continuous inspection schemes, Biometrika 41, 1954).
 *
 * <p>False alarms: started at any one call the ratio is a supermartingale while calls are bad with the allowed probability at
 * most, whatever went before, so by Ville's inequality it reaches N with probability 1/N at most. Hence the mean number of
 * calls to a false alarm is N at least (G. Lorden, Procedures for reacting to a change in distribution, Annals of
 * Mathematical Statistics 42, 1971, theorem 2), and one comes within n calls with probability n/N at most.
 *
 * <p>Delay: at the intolerable share some ln N / d calls, d being the mean of the logarithm of the ratio, however many good
 * calls went before, for the sum never falls below zero. It never rises above ln N either, so that what is long over cannot
 * count.
 */
final class SequentialTest {
    private final double bad;
    private final double good;
    private final double threshold;
    private final long patience;
    private double sum;
    private long since;
    private long calls;
    private long badCalls;

    SequentialTest(GuardBudget budget, long callsPerFalseStop, Duration patience) {
        this.bad = Math.log(budget.intolerable() / budget.allowed());
        this.good = Math.log1p(-budget.intolerable()) - Math.log1p(-budget.allowed());
        this.threshold = Math.log((double) callsPerFalseStop);
        this.patience = patience.toNanos();
    }

    /** Takes a call into account; tells what has burnt the budget if it is burnt now, and begins anew then. */
    synchronized @Nullable Tally judge(boolean isBad, long nowNanos) {
        if (sum <= 0) {
            begin(nowNanos);
        }
        calls++;
        badCalls += isBad ? 1 : 0;
        sum = Math.min(threshold, Math.max(0, sum + (isBad ? bad : good)));
        if (!isBad || sum < threshold || nowNanos - since < patience) {
            return null;
        }
        sum = 0;
        return new Tally(calls, badCalls);
    }

    synchronized void forget() {
        sum = 0;
    }

    private void begin(long nowNanos) {
        since = nowNanos;
        calls = 0;
        badCalls = 0;
    }

    /** The calls since the budget began to burn, and the bad ones among them. */
    record Tally(long calls, long bad) {}
}
