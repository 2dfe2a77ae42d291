package io.discounts.service.redemption;

import io.discounts.service.redemption.CheckoutStep.Cancel;
import io.discounts.service.redemption.CheckoutStep.Confirm;
import io.discounts.service.redemption.CheckoutStep.Hold;
import io.discounts.service.redemption.CheckoutStep.Release;
import io.discounts.service.redemption.CheckoutStep.Sweep;
import io.discounts.service.redemption.CheckoutStep.Used;
import io.discounts.service.redemption.CheckoutStep.Wait;
import io.discounts.service.redemption.MortalDatabase.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Redemptions do what the model of them says, wherever they are interrupted. {@code exec:exec@redemption-model-run} plays far
 * more histories than this.
 */
class RedemptionModelTest {
    private static final int HISTORIES = 20;
    private static final Hold ALL = new Hold("c-1", List.of("money", "alone", "few", "mine"), 90, 10);
    private static final Wait TOO_LONG = new Wait(60);

    /** The last step is interrupted, at every point, and then done again. */
    static final List<List<CheckoutStep>> INTERRUPTED = List.of(
            List.of(ALL),
            List.of(ALL, new Hold("c-2", List.of("few"), 1, 10)),
            List.of(ALL, new Confirm(0, false)),
            List.of(ALL, new Release(0, false)),
            List.of(ALL, new Confirm(0, false), new Cancel(0, false)),
            List.of(ALL, TOO_LONG, new Sweep()),
            List.of(ALL, TOO_LONG, new Confirm(0, false)),
            List.of(ALL, TOO_LONG, new Sweep(), new Confirm(0, false)),
            List.of(ALL, new Used(0)),
            List.of(ALL, TOO_LONG, new Sweep(), new Hold("c-2", List.of("few"), 1, 300), new Used(0)));

    /** Those of most statements; a build has no time for all. */
    static final List<List<CheckoutStep>> INVOLVED =
            List.of(INTERRUPTED.get(0), INTERRUPTED.get(2), INTERRUPTED.get(5), INTERRUPTED.get(6), INTERRUPTED.get(9));

    private final RedemptionStage stage = RedemptionStage.shared();

    @ParameterizedTest
    @FieldSource("INVOLVED")
    void doesEachThingOnceWhereverItIsInterrupted(List<CheckoutStep> steps) {
        assertThat(ModelCheck.interruptEverywhere(stage, steps, Failure.DEATH)).isGreaterThan(1);
    }

    @Test
    void agreesWithTheModelInRandomHistories() {
        LongStream.range(0, HISTORIES).forEach(seed -> ModelCheck.playAtRandom(stage, seed));
    }
}
