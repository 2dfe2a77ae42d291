package io.discounts.service.edge;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.time.Duration;

/**
 * Settings below {@code discounts.load}: how many requests are worked on at a time.
 *
 * @param backlog how long browsing may wait for a processor while there is a queue that stands; checkouts may 25 times as
 *     long, a shadow half
 * @param reads what the caches answer
 * @param redemptions what MySQL answers; apart, so that reads go on while it hangs
 */
@ConfigurationProperties("discounts.load")
record LoadSettings(Duration backlog, Bounds reads, Bounds redemptions) {
    LoadSettings {
        if (!backlog.isPositive()) {
            throw new IllegalArgumentException("discounts.load.backlog must be positive");
        }
    }

    /**
     * Of one kind of request.
     *
     * @param least requests at a time, however long they take
     * @param most requests at a time, however fast they are
     * @param target that half of the requests should take less than
     */
    record Bounds(int least, int most, Duration target) {
        Bounds {
            if (least < 1 || most < least || !target.isPositive()) {
                throw new IllegalArgumentException("discounts.load needs 1 <= least <= most and a positive target");
            }
        }
    }
}
