package io.discounts.service.replay;

/** What became of an order. */
public sealed interface ReplayOrdered {
    /** It will be run. */
    record Ordered(Replay replay) implements ReplayOrdered {}

    /** No stream has this provider. */
    record UnknownProvider() implements ReplayOrdered {}

    /** The service may not read there. */
    record LocationNotAllowed() implements ReplayOrdered {}

    /** Another replay into the shadow has not ended, and there is one shadow. */
    record ShadowTaken() implements ReplayOrdered {}
}
