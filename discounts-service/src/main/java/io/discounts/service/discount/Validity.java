package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** The range {@code [from, until)} in which a discount counts; without {@code until} it never ends. */
public record Validity(Instant from, @Nullable Instant until) {
    public Validity {
        Checks.check(until == null || !until.isBefore(from), "validUntil must not be before validFrom");
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
