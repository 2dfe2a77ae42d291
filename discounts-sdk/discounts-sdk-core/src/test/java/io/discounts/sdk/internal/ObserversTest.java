package io.discounts.sdk.internal;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.RouteKey;
import io.discounts.sdk.shadow.Comparison;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ObserversTest {
    private static final RouteKey KEY = new RouteKey("ES", null, null, null);
    private static final AnsweredCall ANSWERED = new AnsweredCall(
            Operation.SEARCH, new Route(Stage.LOCAL, Reason.STAGE), KEY, null, Duration.ZERO, null, null, null);

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsEverythingToEverybody() {
        var observers = new Observers(List.of(new Listener("a"), new Listener("b")));

        observers.answered(ANSWERED);
        observers.compared(new ComparedCall(
                Operation.SEARCH,
                KEY,
                new Comparison.Matched(),
                Path.LOCAL,
                Instant.EPOCH,
                Duration.ZERO,
                Duration.ZERO));
        observers.noiseSampled(new NoiseSample(Operation.SEARCH, KEY, new Comparison.Matched()));
        observers.shadowDropped(Operation.SEARCH, ShadowDrop.QUEUE_FULL);
        observers.breakerChanged(new BreakerChange("reads", "CLOSED", "OPEN", Instant.EPOCH));
        observers.discountSkipped("effect");

        assertThat(told)
                .containsExactly(
                        "a answered",
                        "b answered",
                        "a compared",
                        "b compared",
                        "a noise",
                        "b noise",
                        "a QUEUE_FULL",
                        "b QUEUE_FULL",
                        "a OPEN",
                        "b OPEN",
                        "a effect",
                        "b effect");
    }

    @Test
    void anObserverThatThrowsTouchesNobody() {
        var observers = new Observers(List.of(new Throwing(), new Listener("b")));

        observers.answered(ANSWERED);
        observers.discountSkipped("effect");

        assertThat(told).containsExactly("b answered", "b effect");
        assertThat(observers.swallowed()).isEqualTo(1);
    }

    private final class Listener implements CallObserver {
        private final String name;

        Listener(String name) {
            this.name = name;
        }

        @Override
        public void answered(AnsweredCall call) {
            told.add(name + " answered");
        }

        @Override
        public void compared(ComparedCall call) {
            told.add(name + " compared");
        }

        @Override
        public void noiseSampled(NoiseSample sample) {
            told.add(name + " noise");
        }

        @Override
        public void shadowDropped(Operation operation, ShadowDrop why) {
            told.add(name + " " + why);
        }

        @Override
        public void breakerChanged(BreakerChange change) {
            told.add(name + " " + change.to());
        }

        @Override
        public void discountSkipped(String part) {
            told.add(name + " " + part);
        }
    }

    /** Does not care for breakers and discounts, which is its right. */
    private static final class Throwing implements CallObserver {
        @Override
        public void answered(AnsweredCall call) {
            throw new IllegalStateException("an observer's own trouble");
        }

        @Override
        public void compared(ComparedCall call) {}
    }
}
