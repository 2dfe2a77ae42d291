package io.discounts.service.redemption;

import io.discounts.service.redemption.CheckoutStep.Retry;
import io.discounts.service.redemption.CheckoutStep.Write;
import io.discounts.service.redemption.MortalDatabase.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plays histories, and tells of one that fails as little as is needed to make it fail. */
final class ModelCheck {
    private static final long SEED = 7;

    private ModelCheck() {}

    /** Plays what a seed stands for. */
    static void playAtRandom(RedemptionStage stage, long seed) {
        play(stage, seed, RandomHistory.of(seed));
    }

    /** Whether any step failed where it was to fail. */
    static boolean play(RedemptionStage stage, long seed, List<PlannedStep> steps) {
        try {
            return CheckoutHistory.play(stage, seed, steps);
        } catch (AssertionError | RuntimeException failure) {
            var fewest = shrunk(stage, seed, steps);
            throw new AssertionError(
                    "seed " + seed + ":\n"
                            + fewest.stream().map(PlannedStep::toString).collect(Collectors.joining("\n")),
                    failure);
        }
    }

    /**
     * Fails the last step at every point there is, one after another, and asks for it once more.
     *
     * @return how many points there are
     */
    static int interruptEverywhere(RedemptionStage stage, List<CheckoutStep> steps, Failure failure) {
        for (int point = 1; ; point++) {
            var planned = new ArrayList<PlannedStep>();
            steps.subList(0, steps.size() - 1).forEach(step -> planned.add(PlannedStep.sound(step)));
            planned.add(new PlannedStep(steps.getLast(), point, failure));
            planned.add(PlannedStep.sound(again(steps)));
            if (!play(stage, SEED, planned)) {
                return point - 1;
            }
        }
    }

    private static CheckoutStep again(List<CheckoutStep> steps) {
        var writes = (int) steps.stream().filter(step -> step instanceof Write).count();
        return steps.getLast() instanceof Write ? new Retry(writes - 1) : steps.getLast();
    }

    private static boolean fails(RedemptionStage stage, long seed, List<PlannedStep> steps) {
        try {
            CheckoutHistory.play(stage, seed, steps);
            return false;
        } catch (AssertionError | RuntimeException failure) {
            return true;
        }
    }

    private static List<PlannedStep> shrunk(RedemptionStage stage, long seed, List<PlannedStep> failing) {
        for (int i = 0; i < failing.size(); i++) {
            var fewer = new ArrayList<>(failing);
            fewer.remove(i);
            if (fails(stage, seed, fewer)) {
                return shrunk(stage, seed, fewer);
            }
        }
        return failing;
    }
}
