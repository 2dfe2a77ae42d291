package io.discounts.sdk;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void tellsEverybodyOnce() {
        cancellation.onCancel(runs::incrementAndGet);
        cancellation.onCancel(runs::incrementAndGet);
        assertThat(cancellation.isCancelled()).isFalse();

        cancellation.cancel();
        cancellation.cancel();

        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(runs).hasValue(2);
    }

    @Test
    void tellsLatecomersAtOnce() {
        cancellation.cancel();

        cancellation.onCancel(runs::incrementAndGet);

        assertThat(runs).hasValue(1);
    }

    @Test
    void takesItsChildrenAlong() {
        var child = cancellation.child();

        cancellation.cancel();

        assertThat(child.isCancelled()).isTrue();
    }

    @Test
    void staysWhenAChildGoes() {
        cancellation.child().cancel();

        assertThat(cancellation.isCancelled()).isFalse();
    }

    @Test
    void neverMeansNever() {
        Cancellation.never().onCancel(runs::incrementAndGet);

        Cancellation.never().cancel();

        assertThat(Cancellation.never().isCancelled()).isFalse();
        assertThat(runs).hasValue(0);
    }

    @Test
    void whatCannotBeCancelledHasChildrenThatCan() {
        var child = Cancellation.never().child();

        child.cancel();

        assertThat(child.isCancelled()).isTrue();
    }
}
