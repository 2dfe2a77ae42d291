package io.discounts.service.eligibility;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Window;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static io.discounts.service.eligibility.FactsFixtures.at;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

class ToldTest {
    private final Rule.Schedule schedule = new Rule.Schedule(
            ZoneId.of("Europe/Madrid"),
            List.of(window("12:00", "16:00", TUESDAY, MONDAY), window("22:00", "02:00", FRIDAY)));

    @Test
    void tellsEachWindowInTheWeeksOrder() {
        assertThat(schedule.windows())
                .extracting(this::told)
                .containsExactly("MON,TUE 12:00-16:00 Europe/Madrid", "FRI 22:00-02:00 Europe/Madrid");
    }

    private String told(Window window) {
        var text = new StringBuilder();
        new Told.Opening(schedule).tell(window, Words.in(text));
        return text.toString();
    }

    @Test
    void tellsTheMomentInTheSchedulesOwnTimezone() {
        assertThat(moment("2026-07-22T22:30:15.999Z").words()).isEqualTo("THU 2026-07-23T00:30:15 Europe/Madrid");
        assertThat(moment("2026-11-22T12:00:00Z").words()).isEqualTo("SUN 2026-11-22T13:00:00 Europe/Madrid");
    }

    private Told.Moment moment(String instant) {
        return new Told.Moment(Rules.localTime(schedule, at(instant)), schedule.timezone());
    }
}
