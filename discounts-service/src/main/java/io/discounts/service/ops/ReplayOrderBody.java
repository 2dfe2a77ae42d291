package io.discounts.service.ops;

import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import io.discounts.service.replay.ReplayOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is to be replayed, in JSON. */
@Schema(
        name = "ReplayOrder",
        requiredProperties = {"location", "from", "until"})
record ReplayOrderBody(
        @Schema(description = "Absent: all.", example = "partner-promotions") @Nullable
        String provider,

        @Schema(
                description = "A folder, or s3://bucket/prefix, that the service is allowed to read.",
                example = "s3://event-log/production")
        @Nullable
        String location,

        @Schema(description = "Events of this time and later.", format = "date-time") @Nullable
        String from,

        @Schema(description = "Events before this time.", format = "date-time") @Nullable
        String until,

        @Schema(description = "Into a new shadow of the catalog rather than into the live one.") @Nullable
        Boolean intoShadow) {
    private static final int MAX_LOCATION = 1024;
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    Validated<ReplayOrder> validated() {
        var violations = new ArrayList<Violation>();
        if (location == null || location.isBlank() || location.length() > MAX_LOCATION) {
            violations.add(new Violation("/location", "must be given, in at most " + MAX_LOCATION + " characters"));
        }
        var begin = instant("/from", from, violations);
        var end = instant("/until", until, violations);
        if (begin != null && end != null && !begin.isBefore(end)) {
            violations.add(new Violation("/until", "must be after from"));
        }
        return violations.isEmpty() && location != null && begin != null && end != null
                ? new Validated.Valid<>(
                        new ReplayOrder(provider, location, begin, end, Boolean.TRUE.equals(intoShadow)))
                : new Validated.Invalid<>(violations);
    }

    private static @Nullable Instant instant(String pointer, @Nullable String written, List<Violation> violations) {
        try {
            var instant = written == null ? null : Instant.parse(written);
            if (instant != null && !instant.isBefore(Instant.EPOCH) && instant.isBefore(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        violations.add(new Violation(pointer, "must be an RFC 3339 instant from 1970 to 9998"));
        return null;
    }
}
