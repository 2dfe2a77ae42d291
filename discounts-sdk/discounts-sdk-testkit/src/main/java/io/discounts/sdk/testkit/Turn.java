package io.discounts.sdk.testkit;

import java.time.Duration;

/**
 * Whose turn it is in a script.
 *
 * @param number how many requests the script has seen before this one
 * @param elapsed since the script began, by the service's clock
 * @param path the request's path; empty while there is only a connection
 */
public record Turn(long number, Duration elapsed, String path) {
    Turn after(long requests) {
        return new Turn(number - requests, elapsed, path);
    }

    Turn after(Duration time) {
        return new Turn(number, elapsed.minus(time), path);
    }
}
