package io.discounts.service.edge;

import org.springframework.core.Ordered;

/** In which order a request meets the edge, from the outside in. */
final class FilterOrder {
    /** Every answer and every log line has the id. */
    static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;

    /** Whoever is turned away costs next to nothing. */
    static final int LOAD_CONTROL = REQUEST_ID + 1;

    static final int SHORTCUTS = LOAD_CONTROL + 1;
    static final int OBSERVATION = SHORTCUTS + 1;
    static final int TRACE_RESPONSE = OBSERVATION + 1;

    /** Behind security, which Spring Boot puts at -100. */
    static final int BODY_LIMIT = 0;

    private FilterOrder() {}
}
