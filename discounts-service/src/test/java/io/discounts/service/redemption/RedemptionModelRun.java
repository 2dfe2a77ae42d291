package io.discounts.service.redemption;

import io.discounts.service.redemption.MortalDatabase.Failure;

import java.time.Duration;

/**
 * Far more histories than a build has time for: every interruption of every step that {@link RedemptionModelTest} knows, by
 * every failure, and then random histories for so many minutes. Ends with the first history in which redemptions do not do what
 * their model says, told in as few steps as make it fail.
 */
public final class RedemptionModelRun {
    private RedemptionModelRun() {}

    /** Takes minutes, and the seed to begin with. */
    public static void main(String[] arguments) {
        var minutes = Duration.ofMinutes(Long.parseLong(arguments[0]));
        var seed = Long.parseLong(arguments[1]);
        var stage = RedemptionStage.shared();
        var began = System.nanoTime();
        var points = 0;
        for (var steps : RedemptionModelTest.INTERRUPTED) {
            for (var failure : Failure.values()) {
                points += ModelCheck.interruptEverywhere(stage, steps, failure);
            }
        }
        System.out.println(points + " interruptions, all as the model says");
        var histories = 0;
        for (; System.nanoTime() - began < minutes.toNanos(); histories++) {
            ModelCheck.playAtRandom(stage, seed + histories);
        }
        System.out.println(histories + " random histories from seed " + seed + ", all as the model says");
        System.exit(0); // the servers' threads would go on
    }
}
