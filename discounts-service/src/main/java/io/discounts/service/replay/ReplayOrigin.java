package io.discounts.service.replay;

/** Who goes on with a replay that was interrupted. */
enum ReplayOrigin {
    /** Any instance of the service. */
    API,
    /** Whoever gives the same command again: only there is the location known to be within reach. */
    COMMAND_LINE
}
