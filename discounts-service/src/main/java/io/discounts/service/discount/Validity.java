package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The range {@code [from, until)} in which a discount counts; without {@code until} it never ends. Both lie in the years 0 to
 * 9999, which RFC 3339 can write.
 */
public record Validity(Instant from, @Nullable Instant until) {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    public Validity {
        Checks.check(isWritable(from), "validFrom must be in the years 0 to 9999");
        Checks.check(until == null || isWritable(until), "validUntil must be in the years 0 to 9999");
        Checks.check(until == null || !until.isBefore(from), "validUntil must not be before validFrom");
    }

    private static boolean isWritable(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(AFTER_LAST);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
