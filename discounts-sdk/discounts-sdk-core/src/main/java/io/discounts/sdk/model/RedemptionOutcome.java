package io.discounts.sdk.model;

import java.util.Objects;

/** What became of a hold, confirm, release or cancel. */
public sealed interface RedemptionOutcome {
    /** It is done. */
    record Done(Redemption redemption) implements RedemptionOutcome {
        public Done {
            Objects.requireNonNull(redemption, "redemption");
        }
    }

    /**
     * It cannot be, and asking again will not help.
     *
     * @param code the contract's slug: {@code discount-in-use}, {@code limit-reached}, {@code hold-expired} …
     * @param detail for a person to read
     */
    record Refused(String code, String detail) implements RedemptionOutcome {
        public Refused {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }
    }
}
