package io.discounts.service.edge;

import com.netflix.concurrency.limits.Limiter;

/** Whether a request is worked on. */
sealed interface Admission {
    /** It holds a place, until one of these is called, once. */
    record Admitted(Limiter.Listener place) implements Admission {
        /** It was answered, and how long that took tells of the load. */
        void answered() {
            place.onSuccess();
        }

        /** It failed or was refused at once, which tells nothing of the load. */
        void failed() {
            place.onIgnore();
        }
    }

    /** It is not. */
    enum Refused implements Admission {
        /** Those that matter more need the places there are. */
        SHED,
        /** Its caller would have gone before the answer came. */
        LATE
    }
}
