package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PriorityTest {
    @ParameterizedTest
    @CsvSource({"checkout, CHECKOUT", "browse, BROWSE", "shadow, SHADOW", "Shadow, SHADOW", "vip, BROWSE", "'', BROWSE"
    })
    void isWhatTheHeaderNames(String header, Priority priority) {
        assertThat(Priority.named(header, Priority.BROWSE)).isEqualTo(priority);
    }

    @Test
    void isWhatIsUsualWithoutAHeader() {
        assertThat(Priority.named(null, Priority.CHECKOUT)).isEqualTo(Priority.CHECKOUT);
    }

    @ParameterizedTest
    @EnumSource
    void findsAPlaceInTheSmallestService(Priority priority) {
        assertThat(priority.placesOf(1)).isPositive();
    }
}
