package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckoutAnswerTest {
    private static final String HELD = "{\"redemptionId\":\"r-1\",\"status\":\"HELD\",\"fencingToken\":17,"
            + "\"expiresAt\":\"2026-11-28T12:00:10Z\",\"discounts\":[]}";

    @Test
    void tellsWhatIsHeld() {
        var answer = answer(201, HELD);

        assertThat(answer.isDone()).isTrue();
        assertThat(answer.word()).isEqualTo("HELD");
        assertThat(answer.held()).isEqualTo(new Held("r-1", "HELD", 17, Instant.parse("2026-11-28T12:00:10Z")));
    }

    @Test
    void tellsWhyItIsRefused() {
        var answer = answer(409, "{\"type\":\"urn:discounts:problem:customer-limit-reached\"}");

        assertThat(answer.isRefused("customer-limit-reached")).isTrue();
        assertThat(answer.isRefused("limit-reached")).isFalse();
        assertThat(answer.isForNow()).isFalse();
        assertThatThrownBy(answer::held).hasMessageContaining("409");
    }

    @Test
    void isForNowWhileTheServiceOrATwinIsBusy() {
        assertThat(answer(503, "{\"type\":\"urn:discounts:problem:service-unavailable\"}")
                        .isForNow())
                .isTrue();
        assertThat(answer(409, "{\"type\":\"urn:discounts:problem:request-in-progress\"}")
                        .isForNow())
                .isTrue();
    }

    private static CheckoutAnswer answer(int status, String body) {
        return new CheckoutAnswer(status, body, false, Duration.ZERO);
    }
}
