package io.discounts.service.provider.terms;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LocalClockTest {
    private static final Duration AN_HOUR_AND_A_HALF = Duration.ofMinutes(90);

    @ParameterizedTest
    @CsvSource({
        "Europe/Madrid, 2026-01-01T00:00, 2025-12-31T23:00:00Z",
        "Europe/Madrid, 2026-03-29T01:59:59, 2026-03-29T00:59:59Z",
        "Europe/Madrid, 2026-03-29T02:00, 2026-03-29T01:00:00Z", // skipped
        "Europe/Madrid, 2026-03-29T02:59:59, 2026-03-29T01:00:00Z", // skipped
        "Europe/Madrid, 2026-03-29T03:00, 2026-03-29T01:00:00Z",
        "Europe/Madrid, 2026-10-25T02:00, 2026-10-25T00:00:00Z", // comes twice
        "Europe/Madrid, 2026-10-25T03:00, 2026-10-25T02:00:00Z",
        "Pacific/Apia, 2011-12-30T12:00, 2011-12-30T10:00:00Z" // a day that never was
    })
    void showsATimeFirstAt(String timezone, LocalDateTime local, Instant first) {
        assertThat(LocalClock.of(timezone).firstAt(local)).isEqualTo(first);
    }

    @Property(tries = 500)
    void showsTheTimeOrALaterOneThenAndAnEarlierOneBefore(
            @ForAll("timezones") String timezone, @ForAll("times") LocalDateTime local) {
        var clock = LocalClock.of(timezone);

        var first = clock.firstAt(local);

        assertThat(shown(clock, first)).isAfterOrEqualTo(local);
        for (var ago = Duration.ofMinutes(1); ago.compareTo(AN_HOUR_AND_A_HALF) < 0; ago = ago.plusMinutes(1)) {
            assertThat(shown(clock, first.minus(ago))).isBefore(local);
        }
    }

    @Property(tries = 500)
    void keepsTheOrderOfLocalTimes(
            @ForAll("timezones") String timezone,
            @ForAll("times") LocalDateTime one,
            @ForAll("times") LocalDateTime other) {
        var clock = LocalClock.of(timezone);

        assertThat(clock.firstAt(one.isBefore(other) ? one : other))
                .isBeforeOrEqualTo(clock.firstAt(one.isBefore(other) ? other : one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Atlantis", "+01:00", "UTC+1", "", "europe/madrid"})
    void hangsInATimezoneThatIanaKnows(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalClock.of(name))
                .withMessage("must be an IANA timezone name");
    }

    /** Those that change their clocks in different ways: by an hour, by half of it, in the south, never. */
    @Provide
    Arbitrary<String> timezones() {
        return Arbitraries.of(
                "Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Tokyo");
    }

    /** Minutes of 2026, in half of the cases near a change in Madrid or on Lord Howe Island. */
    @Provide
    Arbitrary<LocalDateTime> times() {
        var year = LocalDateTime.parse("2026-01-01T00:00");
        var any = Arbitraries.integers().between(0, 364 * 24 * 60).map(year::plusMinutes);
        var changes = Arbitraries.of("2026-03-29T00:00", "2026-10-25T00:00", "2026-04-05T00:00", "2026-10-04T00:00");
        var near = changes.flatMap(day -> Arbitraries.integers()
                .between(0, 5 * 60)
                .map(minutes -> LocalDateTime.parse(day).plusMinutes(minutes)));
        return Arbitraries.oneOf(any, near);
    }

    private static LocalDateTime shown(LocalClock clock, Instant moment) {
        return LocalDateTime.ofInstant(moment, clock.timezone());
    }
}
