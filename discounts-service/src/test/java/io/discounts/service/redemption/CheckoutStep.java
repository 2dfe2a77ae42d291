package io.discounts.service.redemption;

import java.util.List;

/** What happens to redemptions, one thing after another. Redemptions and requests are named by when they came, modulo. */
sealed interface CheckoutStep {
    /** A step that somebody asks for with an idempotency key. */
    sealed interface Write extends CheckoutStep {}

    /** A customer's checkout asks for discounts. */
    record Hold(String customer, List<String> discounts, int amount, int seconds) implements Write {}

    record Confirm(int redemption, boolean staleToken) implements Write {}

    record Release(int redemption, boolean staleToken) implements Write {}

    record Cancel(int redemption, boolean staleToken) implements Write {}

    /** An earlier write is asked for again, with its key. */
    record Retry(int write) implements CheckoutStep {}

    /** The provider of a redemption's first discount has booked its use. */
    record Used(int redemption) implements CheckoutStep {}

    /** Holds past their time are expired. */
    record Sweep() implements CheckoutStep {}

    /** Time passes. */
    record Wait(int seconds) implements CheckoutStep {}

    /** Redis restarts empty. */
    record LoseLocks() implements CheckoutStep {}

    /** The provider allows so many uses of the discount {@code few}; 0: as many as may be. */
    record Allow(int total) implements CheckoutStep {}

    /** The provider takes {@code few} back, or has it again. */
    record Withdraw(boolean withdrawn) implements CheckoutStep {}
}
