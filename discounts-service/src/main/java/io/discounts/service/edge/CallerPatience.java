package io.discounts.service.edge;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.regex.Pattern;

/** How long a caller waits for an answer, as it says when it asks: a span and no instant, for clocks differ. */
public final class CallerPatience {
    /** A request header: whole milliseconds from 1 on. Without it a caller is taken to wait as long as it takes. */
    static final String HEADER = "X-Discounts-Timeout-Ms";

    public static final Duration ENDLESS = Duration.ofNanos(Long.MAX_VALUE);
    private static final Pattern MILLISECONDS = Pattern.compile("[1-9][0-9]{0,6}");

    private static final String DEADLINE = CallerPatience.class.getName() + ".deadline";

    private CallerPatience() {}

    /** What is left of it; nothing or less once the caller has gone. */
    public static Duration left(ServletRequest request) {
        return request.getAttribute(DEADLINE) instanceof Long deadline
                ? Duration.ofNanos(deadline - System.nanoTime())
                : ENDLESS;
    }

    /** What is left of it once a part has passed; nothing at the least. */
    static Duration after(Duration patience, Duration passed) {
        if (patience.equals(ENDLESS)) {
            return ENDLESS;
        }
        var left = patience.minus(passed);
        return left.isNegative() ? Duration.ZERO : left;
    }

    static void begin(ServletRequest request, Duration patience) {
        if (!patience.equals(ENDLESS)) {
            request.setAttribute(DEADLINE, System.nanoTime() + patience.toNanos());
        }
    }

    /** Null if what the header says is no such span. */
    static @Nullable Duration of(@Nullable String header) {
        if (header == null) {
            return ENDLESS;
        }
        return MILLISECONDS.matcher(header).matches() ? Duration.ofMillis(Long.parseLong(header)) : null;
    }
}
