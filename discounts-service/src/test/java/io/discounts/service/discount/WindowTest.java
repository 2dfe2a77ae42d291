package io.discounts.service.discount;

import io.discounts.service.discount.fixtures.ArbitraryRules;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** 23 November 2026 is a Monday. */
class WindowTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T11:59:59.999, false",
        "2026-11-23T12:00, true",
        "2026-11-23T15:59:59.999, true",
        "2026-11-23T16:00, false",
        "2026-11-24T12:00, false",
    })
    void reachesFromItsStartToJustBeforeItsEnd(LocalDateTime moment, boolean within) {
        assertThat(window("12:00", "16:00", MONDAY).contains(moment)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T23:00, true", // Sunday night
        "2026-11-23T00:00, true",
        "2026-11-23T01:59, true",
        "2026-11-23T02:00, false",
        "2026-11-22T01:00, false", // Saturday's night, not named
        "2026-11-23T22:30, false", // Monday's night, not named
        "2026-11-22T21:59, false",
    })
    void runsPastMidnightFromTheDayItNames(LocalDateTime moment, boolean within) {
        assertThat(window("22:00", "02:00", SUNDAY).contains(moment)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T17:59, false",
        "2026-11-27T18:00, true",
        "2026-11-28T17:59, true",
        "2026-11-28T18:00, false",
    })
    void lastsADayIfItEndsWhenItStarts(LocalDateTime moment, boolean within) {
        assertThat(window("18:00", "18:00", FRIDAY).contains(moment)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T00:00, true", "2026-11-23T23:59, true", "2026-11-24T00:00, false", "2026-11-22T23:59, false"
    })
    void coversTheWholeDayFromMidnightToMidnight(LocalDateTime moment, boolean within) {
        assertThat(window("00:00", "00:00", MONDAY).contains(moment)).isEqualTo(within);
    }

    @Test
    void neverOpensAtALocalTimeThatIsSkipped() {
        // On 31 March 2024 Madrid's clocks go from 02:00 to 03:00.
        var skipped = window("02:30", "02:45", SUNDAY);

        assertThat(minutesOf(LocalDate.of(2024, 3, 31)).filter(skipped::contains))
                .isEmpty();
        assertThat(minutesOf(LocalDate.of(2024, 4, 7)).filter(skipped::contains))
                .hasSize(15);
    }

    @Test
    void isShorterByWhatIsSkipped() {
        var halfSkipped = window("02:30", "03:30", SUNDAY);

        assertThat(minutesOf(LocalDate.of(2024, 3, 31)).filter(halfSkipped::contains))
                .hasSize(30);
    }

    @Test
    void opensTwiceAtALocalTimeThatIsRepeated() {
        // On 27 October 2024 Madrid's clocks go from 03:00 back to 02:00.
        var repeated = window("02:30", "02:45", SUNDAY);

        assertThat(minutesOf(LocalDate.of(2024, 10, 27)).filter(repeated::contains))
                .hasSize(30);
    }

    @Property(tries = 500)
    void containsWhatLiesBetweenAStartAndItsEnd(
            @ForAll("windows") Window window, @ForAll("moments") LocalDateTime moment) {
        var today = moment.toLocalDate();
        boolean expected = Stream.of(today, today.minusDays(1))
                .filter(day -> window.days().contains(day.getDayOfWeek()))
                .anyMatch(day -> !moment.isBefore(day.atTime(window.from())) && moment.isBefore(end(window, day)));

        assertThat(window.contains(moment)).isEqualTo(expected);
    }

    @Test
    void namesItsDaysInTheOrderOfTheWeek() {
        assertThat(window("12:00", "16:00", SUNDAY, MONDAY, FRIDAY).days()).containsExactly(MONDAY, FRIDAY, SUNDAY);
    }

    @Test
    void refusesNoDaysAndPartsOfAMinute() {
        var noon = LocalTime.NOON;

        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Set.of(), noon, noon));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Set.of(MONDAY), noon.withSecond(1), noon));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window(Set.of(MONDAY), noon, noon.withNano(1)));
    }

    @Provide
    Arbitrary<Window> windows() {
        return ArbitraryRules.windows();
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return DateTimes.dateTimes()
                .between(LocalDateTime.parse("2026-11-23T00:00"), LocalDateTime.parse("2026-12-06T23:59"));
    }

    private static LocalDateTime end(Window window, LocalDate day) {
        return (window.until().isAfter(window.from()) ? day : day.plusDays(1)).atTime(window.until());
    }

    /** The local time of every minute that passes in Madrid that day. */
    private static Stream<LocalDateTime> minutesOf(LocalDate day) {
        var start = day.atStartOfDay(MADRID);
        var end = day.plusDays(1).atStartOfDay(MADRID);
        return Stream.iterate(start, moment -> moment.isBefore(end), moment -> moment.plusMinutes(1))
                .map(moment -> moment.toLocalDateTime());
    }
}
