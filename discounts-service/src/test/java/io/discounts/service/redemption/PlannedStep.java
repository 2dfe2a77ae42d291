package io.discounts.service.redemption;

import io.discounts.service.redemption.MortalDatabase.Failure;

/**
 * A step, and where it fails.
 *
 * @param failsAt at this step of the database's, from 1; 0: nowhere
 */
record PlannedStep(CheckoutStep step, long failsAt, Failure failure) {
    static PlannedStep sound(CheckoutStep step) {
        return new PlannedStep(step, 0, Failure.DEATH);
    }

    @Override
    public String toString() {
        return failsAt == 0 ? step.toString() : step + " with " + failure + " at " + failsAt;
    }
}
