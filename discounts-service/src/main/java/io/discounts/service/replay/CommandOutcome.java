package io.discounts.service.replay;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/**
 * How a command ended.
 *
 * @param answer its last line, for machines
 */
record CommandOutcome(int exitCode, Map<String, ?> answer) {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int NOT_UNDERSTOOD = 2;

    /** All was read, and not all could be applied. */
    static final int SOME_REJECTED = 3;

    /** Cancelled, or left to be gone on with. */
    static final int LEFT = 4;

    /** Another process is at it: try again later. */
    static final int BUSY = 5;

    private static final JsonMapper JSON = new JsonMapper();

    String line() {
        return JSON.writeValueAsString(answer);
    }
}
