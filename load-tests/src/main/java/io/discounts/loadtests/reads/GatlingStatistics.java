package io.discounts.loadtests.reads;

import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What a simulation has found out, by the requests' names. */
record GatlingStatistics(Map<String, Requests> byName) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Requests of one name; times in milliseconds, of those that were answered with 200 alone.
     *
     * @param failed answered otherwise or not at all
     */
    record Requests(long answered, long failed, long p50, long p99) {
        static final Requests NONE = new Requests(0, 0, 0, 0);

        long asked() {
            return answered + failed;
        }
    }

    GatlingStatistics {
        byName = Map.copyOf(byName);
    }

    static GatlingStatistics read(Path file) {
        return JSON.readValue(file.toFile(), GatlingStatistics.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }

    Requests of(String name) {
        return Optional.ofNullable(byName.get(name)).orElse(Requests.NONE);
    }
}
