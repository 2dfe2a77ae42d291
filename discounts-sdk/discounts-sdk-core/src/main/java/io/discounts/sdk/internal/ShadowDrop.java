package io.discounts.sdk.internal;

/** Why a call that was to be mirrored was not. */
public enum ShadowDrop {
    /** As many calls wait to be mirrored as may. */
    QUEUE_FULL,
    /** It has waited for so long that the sides would be compared as of different moments. */
    TOO_OLD,
    /** The shadow has let go of what it held, because the JVM ran out of memory. */
    OUT_OF_MEMORY,
    /** The client is closed. */
    CLOSED
}
