package io.discounts.service.edge;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How much a request matters, as its caller says; the least is turned away first. */
enum Priority {
    /**
     * Many at once, and though they have waited: after a pause of either side they come together, and all they ask for is to be
     * below what the service can do by themselves.
     */
    CHECKOUT(4, 25),
    BROWSE(1, 1),
    SHADOW(0.5, 0.5);

    /** A request header; without it, or with a name nobody knows, what is asked for decides. */
    static final String HEADER = "X-Discounts-Priority";

    private static final List<Priority> ALL = List.of(values());

    private final String key;
    private final double places;
    private final double wait;

    /**
     * @param places of those that browsing may take
     * @param wait to the one that browsing may have
     */
    Priority(double places, double wait) {
        this.key = name().toLowerCase(Locale.ROOT);
        this.places = places;
        this.wait = wait;
    }

    /** The priority that a header names. */
    static Priority named(@Nullable String header, Priority otherwise) {
        for (var priority : ALL) {
            if (priority.key.equalsIgnoreCase(header)) {
                return priority;
            }
        }
        return otherwise;
    }

    /** Its name in headers and meters. */
    String key() {
        return key;
    }

    /** How many requests may be worked on before one like this finds no place, by the limit for browsing; at least one. */
    int placesOf(int limit) {
        return Math.max(1, (int) (limit * places));
    }

    /** How long one like this may have waited, by the bound for browsing. */
    Duration waitOf(Duration bound) {
        return Duration.ofNanos((long) (bound.toNanos() * wait));
    }
}
