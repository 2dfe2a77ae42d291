package io.discounts.loadtests.redemption;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class StoriesTest {
    @Test
    void agreeWithWhatHasBecome() {
        var stories = told("1/held", "2/held", "2/confirmed", "3/held", "1/expired", "3/released", "1/confirmed-late");

        assertThat(stories.inconsistentWith(Map.of("1", "CONFIRMED_LATE", "2", "CONFIRMED", "3", "RELEASED")))
                .isEmpty();
    }

    @Test
    void missWhatWasNotTold() {
        assertThat(told("1/held").inconsistentWith(Map.of("1", "EXPIRED"))).hasSize(1);
        assertThat(told().inconsistentWith(Map.of("1", "HELD"))).hasSize(1);
    }

    @Test
    void mindTheOrder() {
        assertThat(told("1/confirmed", "1/held").inconsistentWith(Map.of("1", "CONFIRMED")))
                .hasSize(1);
    }

    @Test
    void knowOfNothingThatDoesNotExist() {
        assertThat(told("1/held").inconsistentWith(Map.of())).hasSize(1);
    }

    private static Stories told(String... events) {
        List<RedemptionEvent> heard = Stream.of(events)
                .map(event -> RedemptionEvent.of(event + "/p:1"))
                .toList();
        return Stories.of(heard);
    }
}
