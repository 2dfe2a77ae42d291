package io.discounts.sdk.internal.resilience;

import io.discounts.sdk.BreakerOpenException;
import io.discounts.sdk.ManualTime;
import io.discounts.sdk.Priority;
import io.discounts.sdk.RemoteFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PausesTest {
    private final ManualTime time = new ManualTime();
    private final Attempts service = new Attempts();
    private final Pauses pauses = new Pauses(Duration.ofSeconds(30), time);

    private void isTold(Priority priority, @Nullable Duration retryAfter) {
        service.failing(() -> new RemoteFailedException("unavailable", 503, retryAfter));
        assertThatThrownBy(() -> service.through(pauses, Attempts.call(priority)))
                .isInstanceOf(RemoteFailedException.class);
        service.answering();
    }

    @Test
    void leavesTheServiceAloneUntilItMayBeAskedAgain() {
        isTold(Priority.BROWSE, Duration.ofSeconds(2));

        time.passes(Duration.ofMillis(1999));
        assertThatThrownBy(() -> service.through(pauses)).isInstanceOf(BreakerOpenException.class);
        assertThat(service.count()).isEqualTo(1);

        time.passes(Duration.ofMillis(1));
        assertThat(service.through(pauses)).isEqualTo("answer");
    }

    @Test
    void holdsForEveryLesserPriority() {
        isTold(Priority.BROWSE, Duration.ofSeconds(2));

        assertThatThrownBy(() -> service.through(pauses, Attempts.call(Priority.SHADOW)))
                .isInstanceOf(BreakerOpenException.class);
        assertThat(service.through(pauses, Attempts.call(Priority.CHECKOUT))).isEqualTo("answer");
    }

    @Test
    void holdsForAllWhenACheckoutIsTold() {
        isTold(Priority.CHECKOUT, Duration.ofSeconds(2));

        for (var priority : Priority.values()) {
            assertThatThrownBy(() -> service.through(pauses, Attempts.call(priority)))
                    .isInstanceOf(BreakerOpenException.class);
        }
    }

    @Test
    void believesNoPauseLongerThanItsLimit() {
        isTold(Priority.BROWSE, Duration.ofDays(365));

        time.passes(Duration.ofSeconds(30));

        assertThat(service.through(pauses)).isEqualTo("answer");
    }

    @Test
    void isNotShortenedByAnEarlierEnd() {
        isTold(Priority.SHADOW, Duration.ofSeconds(20));
        isTold(Priority.BROWSE, Duration.ofSeconds(2));

        time.passes(Duration.ofSeconds(3));

        assertThatThrownBy(() -> service.through(pauses, Attempts.call(Priority.SHADOW)))
                .isInstanceOf(BreakerOpenException.class);
    }

    @Test
    void doesNotPauseUnlessTold() {
        isTold(Priority.BROWSE, null);

        assertThat(service.through(pauses)).isEqualTo("answer");
    }
}
