package io.discounts.service.eligibility;

import io.discounts.service.discount.Rule;
import org.junit.jupiter.api.Test;

import java.time.ZoneId;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static io.discounts.service.eligibility.FactsFixtures.at;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

class SchedulesTest {
    private final Rule.Schedule schedule = new Rule.Schedule(
            ZoneId.of("Europe/Madrid"),
            List.of(window("12:00", "16:00", TUESDAY, MONDAY), window("22:00", "02:00", FRIDAY)));

    @Test
    void tellEachWindowInTheWeeksOrder() {
        assertThat(Schedules.windows(schedule))
                .isEqualTo(
                        new Told.Texts(List.of("MON,TUE 12:00-16:00 Europe/Madrid", "FRI 22:00-02:00 Europe/Madrid")));
    }

    @Test
    void tellTheMomentInTheScheduleOwnTimezone() {
        assertThat(Schedules.moment(schedule, at("2026-07-22T22:30:15.999Z")))
                .isEqualTo(new Told.Text("THU 2026-07-23T00:30:15 Europe/Madrid"));
    }
}
