package io.discounts.loadtests.harness;

import java.time.Instant;

/** What a checkout keeps of its redemption. */
public record Held(String redemptionId, String status, long fencingToken, Instant expiresAt) {}
