package io.discounts.service.edge;

import java.time.Duration;
import java.util.Optional;

/**
 * Answers one kind of request before Spring Security and Spring MVC have been asked: the same answer for a fraction of the
 * work. It answers what is plain at a glance and leaves all else, above all what is wrong, to them.
 */
public interface Shortcut {
    /** Whose POSTs of JSON it answers. */
    String path();

    /**
     * Answers as the long way would, or not at all: nothing may have happened by then that must not happen twice.
     *
     * @param body as it came
     * @param patience of the caller, from now on
     */
    Optional<Answer> answer(byte[] body, Duration patience);
}
