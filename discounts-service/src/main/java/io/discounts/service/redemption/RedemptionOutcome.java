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

    /**
     * Refused as it looks now: another transaction is at it, or whoever was at it has died. Nothing has been done, and the answer
     * does not stand: asked again, there is another.
     */
    record Contended(Refused refused) implements RedemptionOutcome {}

    /** Locks cannot be taken now; to be tried again. */
    record Unavailable(String reason) implements RedemptionOutcome {}
}
