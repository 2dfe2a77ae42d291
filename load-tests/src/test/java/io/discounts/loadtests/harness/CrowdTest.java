package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrowdTest {
    @Test
    void makesEachAttemptOnce() throws InterruptedException {
        assertThat(new Crowd(7).make(100, i -> i))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void failsWithWhoFails() {
        assertThatThrownBy(() -> new Crowd(3).each(client -> {
                    if (client == 1) {
                        throw new IllegalStateException("sold twice");
                    }
                }))
                .hasRootCauseMessage("sold twice");
    }
}
