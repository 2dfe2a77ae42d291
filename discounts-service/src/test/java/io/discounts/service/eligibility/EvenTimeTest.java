package io.discounts.service.eligibility;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class EvenTimeTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final List<ZoneId> ZONES = List.of(MADRID, ZoneId.of("America/Santiago"), ZoneId.of("Asia/Kolkata"));

    /** Whatever was asked for before. */
    @Property(tries = 300)
    void tellsTheLocalTimeOfAnyMoment(
            @ForAll @Size(max = 20) List<@IntRange(max = 3 * 365 * 24) Integer> hours,
            @ForAll @IntRange(max = 2) int zone) {
        for (var hour : hours) {
            var moment = NEW_YEAR.plusSeconds(hour * 3_600L);

            var even = EvenTime.in(ZONES.get(zone), moment);

            assertThat(even.local(moment)).isEqualTo(LocalDateTime.ofInstant(moment, ZONES.get(zone)));
            assertThat(moment).isAfterOrEqualTo(even.from()).isBefore(even.until());
        }
    }

    @Test
    void reachesFromOneChangeOfTheClockToTheNext() {
        var summer = Instant.parse("2026-03-29T01:00:00Z");
        var winter = Instant.parse("2026-10-25T01:00:00Z");

        assertThat(EvenTime.in(MADRID, summer)).isEqualTo(new EvenTime(summer, winter, ZoneOffset.ofHours(2)));
        assertThat(EvenTime.in(MADRID, winter.minusNanos(1))).isEqualTo(EvenTime.in(MADRID, summer));
        assertThat(EvenTime.in(MADRID, winter).offset()).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(EvenTime.in(MADRID, winter).from()).isEqualTo(winter);
    }

    @Test
    void neverEndsWhereClocksAreNeverChanged() {
        assertThat(EvenTime.in(ZoneId.of("UTC"), NEW_YEAR))
                .isEqualTo(new EvenTime(Instant.MIN, Instant.MAX, ZoneOffset.UTC));
    }
}
