package io.discounts.sdk.testkit;

/** How the service meets those who want to connect. */
public enum Door {
    /** It accepts them. */
    OPEN,
    /** It accepts nobody, and its backlog is full: a SYN gets no answer, as from a host that is gone. */
    BLACK_HOLE,
    /** It shows a certificate of another name that nobody has signed, if it speaks TLS. */
    WRONG_CERTIFICATE
}
