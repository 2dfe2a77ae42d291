package io.discounts.service.redemption;

/** What became of an order to hold, confirm, release or cancel. */
public sealed interface RedemptionOutcome {
    /** Done, once the transaction has been committed. */
    record Done(Redemption redemption) implements RedemptionOutcome {}

    /**
     * Nothing has been done, whatever the transaction holds is to be rolled back.
     *
     * @param detail for a person to read: what is refused
     */
    record Refused(Refusal refusal, String detail) implements RedemptionOutcome {}

    /** Locks cannot be taken now; to be tried again. */
    record Unavailable(String reason) implements RedemptionOutcome {}
}
