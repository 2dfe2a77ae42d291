package io.discounts.service.replay;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The event log does not answer, and may do so later. Whoever waits for a database that is away waits for it as well, which
 * is why it is one of Spring's.
 */
final class EventLogAwayException extends DataAccessResourceFailureException {
    private static final long serialVersionUID = 1;

    EventLogAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
