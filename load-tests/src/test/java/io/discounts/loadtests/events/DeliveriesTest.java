package io.discounts.loadtests.events;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTest {
    private final Deliveries deliveries = new Deliveries();

    @Test
    void keepTheOrderOfFirstAppearances() {
        deliveries.take("a", "a1", "{}");
        deliveries.take("b", "b1", "{}");
        deliveries.take("a", "a2", "{}");
        deliveries.take("a", "a1", "{}");

        assertThat(deliveries.inOrder()).isEqualTo(Map.of("a", List.of("a1", "a2"), "b", List.of("b1")));
        assertThat(deliveries.events()).isEqualTo(3);
        assertThat(deliveries.again()).isEqualTo(1);
        assertThat(deliveries.altered()).isZero();
    }

    @Test
    void noticeWhatHasChangedOnItsSecondWay() {
        deliveries.take("a", "a1", "{}");
        deliveries.take("a", "a1", "{\"other\":1}");

        assertThat(deliveries.altered()).isEqualTo(1);
    }
}
