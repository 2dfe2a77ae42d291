package io.discounts.service.redemption;

/** Why a redemption does not come about or does not change. Nothing has been done then. */
public enum Refusal {
    DISCOUNT_NOT_FOUND,
    /** Another checkout holds its exclusive use. */
    DISCOUNT_IN_USE,
    LIMIT_REACHED,
    CUSTOMER_LIMIT_REACHED,
    REDEMPTION_NOT_FOUND,
    /** The token is not the redemption's. */
    FENCING_TOKEN_STALE,
    /** The redemption's state does not allow it. */
    STATE_CONFLICT,
    /** It came too late, and what was held is no longer left. */
    HOLD_EXPIRED
}
