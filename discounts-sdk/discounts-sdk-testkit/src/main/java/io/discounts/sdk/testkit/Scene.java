package io.discounts.sdk.testkit;

/** A request's turn and what the script makes of it. */
record Scene(Turn turn, Behaviour behaviour) {}
