package io.discounts.sdk.shadow;

import java.time.Instant;

/**
 * Both sides, asked again.
 *
 * @param at when the control had answered
 * @param passed until when the candidate surely knows all that the control knew
 */
record Look(Instant at, Instant passed) {}
