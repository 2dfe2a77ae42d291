package io.discounts.service.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The meter that Spring counts the requests of the long way in, with the same tags. Safe for use by any thread. */
final class ShortcutMetrics {
    static final String REQUESTS = "http.server.requests";

    private final MeterRegistry registry;
    private final Map<String, Timer> decided = new ConcurrentHashMap<>();
    private final Map<String, Timer> unavailable = new ConcurrentHashMap<>();

    ShortcutMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void answered(String path, Answer answer, long nanos) {
        var timer = switch (answer) {
            case Answer.Json ignored -> decided.computeIfAbsent(path, first -> timer(path, "200", "SUCCESS"));
            case Answer.Unavailable ignored ->
                unavailable.computeIfAbsent(path, first -> timer(path, "503", "SERVER_ERROR"));
        };
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String path, String status, String outcome) {
        return registry.timer(
                REQUESTS,
                "error",
                "none",
                "exception",
                "none",
                "method",
                "POST",
                "outcome",
                outcome,
                "status",
                status,
                "uri",
                path);
    }
}
