package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseTest {
    @Test
    void namesAProblemByItsSlug() {
        var problem = Response.problem(409, "discount-in-use");

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.contentType()).isEqualTo("application/problem+json");
        assertThat(problem.body()).isEqualTo("""
                        {"type":"urn:discounts:problem:discount-in-use","title":"discount in use","status":409}""");
    }

    @Test
    void tellsWhenToAskAgainInSeconds() {
        assertThat(Response.problem(503, "unavailable")
                        .retryAfter(Duration.ofMinutes(1))
                        .headers())
                .containsEntry("Retry-After", "60");
        assertThat(Response.problem(503, "unavailable").retryAfter(null).headers())
                .isEmpty();
    }

    @Test
    void addsHeadersToACopy() {
        var plain = Response.json("{}");
        var more = plain.with("A", "1").with("B", "2");

        assertThat(plain.headers()).isEmpty();
        assertThat(more.headers()).containsExactly(Map.entry("A", "1"), Map.entry("B", "2"));
        assertThat(more.body()).isEqualTo("{}");
        assertThat(more.status()).isEqualTo(200);
    }
}
