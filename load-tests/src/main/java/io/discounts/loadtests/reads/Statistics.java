package io.discounts.loadtests.reads;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a load has found out, by the names of its requests. */
record Statistics(Map<String, Requests> byName) {
    /** Of the cells of {@link Requests#cells}. */
    static final List<String> HEADINGS = List.of("answered", "409", "failed", "p50 ms", "p99 ms", "p99.9 ms");

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Requests of one name; times in milliseconds, of those that were done alone.
     *
     * @param answered done
     * @param refused with 409, for a reason of the caller's
     * @param failures answered otherwise, by the status, or not at all, by 0
     */
    record Requests(long answered, long refused, Map<Integer, Long> failures, long p50, long p99, long p999) {
        static final Requests NONE = new Requests(0, 0, Map.of(), 0, 0, 0);
        private static final int UNAVAILABLE = 503;

        Requests {
            failures = Map.copyOf(failures);
        }

        long asked() {
            return dealtWith() + failed();
        }

        long dealtWith() {
            return answered + refused;
        }

        long failed() {
            return failures.values().stream().mapToLong(Long::longValue).sum();
        }

        double shareFailed() {
            return asked() == 0 ? 1 : failed() / (double) asked();
        }

        /** Failed in any other way than by being turned away. */
        long broken() {
            return failed() - failures.getOrDefault(UNAVAILABLE, 0L);
        }

        List<String> cells() {
            return List.of(number(answered), number(refused), number(failed()), number(p50), number(p99), number(p999));
        }

        private static String number(long value) {
            return String.format(Locale.ROOT, "%,d", value);
        }
    }

    Statistics {
        byName = Map.copyOf(byName);
    }

    static Statistics read(Path file) {
        return JSON.readValue(file.toFile(), Statistics.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }

    Requests of(String name) {
        return Optional.ofNullable(byName.get(name)).orElse(Requests.NONE);
    }
}
