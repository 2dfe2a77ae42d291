package io.discounts.service.edge;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** How much a request matters, as its caller says; the least is turned away first. */
enum Priority {
    /** More than the places there are: after a pause of either side's checkouts come many at once, and none waits to come. */
    CHECKOUT(4),
    BROWSE(1),
    SHADOW(0.5);

    /** A request header; without it, or with a name nobody knows, what is asked for decides. */
    static final String HEADER = "X-Discounts-Priority";

    private static final List<Priority> ALL = List.of(values());

    private final String key;
    private final double share;

    Priority(double share) {
        this.key = name().toLowerCase(Locale.ROOT);
        this.share = share;
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
        return Math.max(1, (int) (limit * share));
    }
}
