package io.discounts.service.provider.terms;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

/** A clock on a wall of some timezone. */
public record LocalClock(ZoneId timezone) {
    private static final Set<String> TIMEZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    /** The clock of a timezone by its IANA name, such as Europe/Madrid. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LocalClock of(String timezone) {
        if (!TIMEZONES.contains(timezone)) {
            throw new IllegalArgumentException("must be an IANA timezone name");
        }
        return new LocalClock(ZoneId.of(timezone));
    }

    /**
     * The first moment at which this clock shows the time or a later one. A time that the change to daylight saving skips is
     * the moment of the change; of one that comes twice, the first counts. So what meets in local time meets in ours.
     */
    public Instant firstAt(LocalDateTime local) {
        var transition = timezone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(timezone).toInstant();
    }
}
