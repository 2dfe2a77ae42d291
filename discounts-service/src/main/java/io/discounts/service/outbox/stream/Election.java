package io.discounts.service.outbox.stream;

/** Who of all instances is to lead. */
interface Election {
    Vote vote();

    /** Lets the next vote elect another. */
    void stepDown();

    /** For the instance that asked. */
    enum Vote {
        ELECTED,
        NOT_ELECTED,
        /** There is nobody to ask. */
        NO_ANSWER
    }
}
