package io.discounts.sample.promotion;

import org.junit.jupiter.api.Test;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HoursTest {
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime FOUR = LocalTime.of(16, 0);

    private final Hours lunch = new Hours(Set.of(DayOfWeek.MONDAY), NOON, FOUR);

    @Test
    void beginWithTheirFirstMinuteAndEndBeforeTheirLast() {
        assertThat(lunch.contain(monday("11:59:59"))).isFalse();
        assertThat(lunch.contain(monday("12:00:00"))).isTrue();
        assertThat(lunch.contain(monday("15:59:59"))).isTrue();
        assertThat(lunch.contain(monday("16:00:00"))).isFalse();
    }

    @Test
    void areOfTheirDaysAlone() {
        assertThat(lunch.contain(monday("13:00:00").plusDays(1))).isFalse();
    }

    @Test
    void cannotBeInvalid() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(Set.of(), NOON, FOUR));
        assertThatIllegalArgumentException().isThrownBy(() -> new Hours(Set.of(DayOfWeek.MONDAY), FOUR, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hours(Set.of(DayOfWeek.MONDAY), NOON.plusSeconds(1), FOUR));
    }

    private static LocalDateTime monday(String time) {
        return LocalDateTime.parse("2026-11-23T" + time);
    }
}
