package io.discounts.sdk.rollout;

import java.time.Duration;
import java.util.Objects;

/**
 * What burns a budget.
 *
 * @param errors calls that the service was asked for and did not answer; 1 %, intolerable 5 %
 * @param defects compared calls with a difference that neither lag nor noise explains; 0.1 %, intolerable 1 %
 * @param slow calls that the service took longer for than {@code slowAfter}; 5 %, intolerable 20 %
 * @param slowAfter 150 ms
 * @param callsPerFalseStop within its budget an operation is stepped down at most once in so many calls on average, by each
 *     of the three; over n calls with probability n divided by this at most. 100 million
 * @param patience how long a budget must have been burning at least, so that the restart of an instance of the service is
 *     no reason; 10 s
 */
public record GuardOptions(
        GuardBudget errors,
        GuardBudget defects,
        GuardBudget slow,
        Duration slowAfter,
        long callsPerFalseStop,
        Duration patience) {
    public static final GuardOptions DEFAULTS = new GuardOptions(
            new GuardBudget(0.01, 0.05),
            new GuardBudget(0.001, 0.01),
            new GuardBudget(0.05, 0.2),
            Duration.ofMillis(150),
            100_000_000,
            Duration.ofSeconds(10));

    public GuardOptions {
        Objects.requireNonNull(errors, "errors");
        Objects.requireNonNull(defects, "defects");
        Objects.requireNonNull(slow, "slow");
        Objects.requireNonNull(slowAfter, "slowAfter");
        if (callsPerFalseStop < 2) {
            throw new IllegalArgumentException("callsPerFalseStop must be 2 at least");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("patience must not be negative");
        }
    }

    GuardBudget of(Burnt what) {
        return switch (what) {
            case ERRORS -> errors;
            case DEFECTS -> defects;
            case LATENCY -> slow;
        };
    }
}
