package io.discounts.sdk.report;

import java.time.Duration;
import java.util.Objects;

/**
 * What a segment must keep for its operation to go a stage further.
 *
 * @param defects share of compared calls that may be defective; the 95 % upper bound of the true share must not be above it.
 *     0.1 %, which takes some 3,000 comparisons without a defect
 * @param comparisons fewer of them say nothing, whatever they say; 1,000
 * @param p99 of the service's latency at most, 150 ms
 * @param incomparable share of mirrored calls to which one side gave no answer at most; what is compared is no sample of the
 *     whole otherwise. 5 %
 */
public record Budget(double defects, long comparisons, Duration p99, double incomparable) {
    public static final Budget DEFAULTS = new Budget(0.001, 1_000, Duration.ofMillis(150), 0.05);

    public Budget {
        Objects.requireNonNull(p99, "p99");
        require(defects > 0 && defects < 1, "defects must be a share between 0 and 1");
        require(comparisons >= 1, "comparisons must be positive");
        require(!p99.isNegative() && !p99.isZero(), "p99 must be positive");
        require(incomparable >= 0 && incomparable <= 1, "incomparable must be a share from 0 to 1");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
