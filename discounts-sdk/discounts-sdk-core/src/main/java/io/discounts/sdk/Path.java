package io.discounts.sdk;

/** The side an evaluation took, and so the side on which its hold is taken, confirmed, released and cancelled. */
public enum Path {
    REMOTE,
    LOCAL
}
