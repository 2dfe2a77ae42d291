package io.discounts.sdk.proof;

import io.discounts.sdk.Source;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class TrialResultTest {
    private static final Trial LOCAL = trial("503 storm");
    private static final Trial EITHER = trial("flapping every 5 s");
    private static final Duration SHORT = Duration.ofMillis(249);

    @Test
    void keepsAllPromises() {
        var result = new TrialResult(LOCAL, 60, 0, SHORT, 20, 1.1, 1.1, Duration.ofSeconds(15), 0);

        assertThat(result.broken()).isEmpty();
        assertThat(result).asString().endsWith("kept");
    }

    @Test
    void namesEachThatIsBroken() {
        var result = new TrialResult(LOCAL, 60, 1, Duration.ofMillis(251), 21, 1, 1.2, Duration.ofSeconds(16), 1);

        assertThat(result.broken()).hasSize(6);
        assertThat(new TrialResult(LOCAL, 60, 0, SHORT, 0, 1, 1, SHORT, 0).broken())
                .containsExactly("breaker not open within 20 calls");
        assertThat(new TrialResult(LOCAL, 60, 0, SHORT, 20, 1.2, 1, SHORT, 0).broken())
                .containsExactly("amplified beyond 1.1");
    }

    @Test
    void asksForNoOpenBreakerWhereTheServiceAnswersAsWell() {
        assertThat(new TrialResult(EITHER, 60, 0, SHORT, 0, 9, 9, SHORT, 0).broken())
                .isEmpty();
    }

    @Test
    void knowsWhenceAnswersMayCome() {
        assertThat(Trial.From.LOCAL.allows(Source.LOCAL)).isTrue();
        assertThat(Trial.From.LOCAL.allows(Source.REMOTE)).isFalse();
        assertThat(Trial.From.REMOTE.allows(Source.STALE)).isTrue();
        assertThat(Trial.From.REMOTE.allows(Source.LOCAL)).isFalse();
        assertThat(Trial.From.EITHER.allows(Source.LOCAL)).isTrue();
    }

    @Test
    void triesEachFaultOnce() {
        assertThat(Trial.all()).extracting(Trial::name).doesNotHaveDuplicates().hasSize(16);
    }

    private static Trial trial(String name) {
        return Trial.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
