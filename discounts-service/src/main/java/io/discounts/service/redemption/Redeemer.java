package io.discounts.service.redemption;

import java.time.Instant;

/**
 * Whose a redemption is.
 *
 * @param number of the redemption
 * @param createdAt when its hold was asked for, by the clock of the instance that took it
 */
record Redeemer(long number, Pseudonym customer, Instant createdAt) {}
