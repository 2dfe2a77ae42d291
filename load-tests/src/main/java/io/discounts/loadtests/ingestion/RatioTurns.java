package io.discounts.loadtests.ingestion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row of the table: ingestion and bare writers with the same discounts, in turn. Not safe for use by several threads. */
final class RatioTurns {
    static final List<String> HEADINGS =
            List.of("what", "ratio", "ingestion/s", "bare/s", "database's CPU µs each", "of the bare");

    private final String what;
    private final List<Turn> ingested = new ArrayList<>();
    private final List<Turn> bare = new ArrayList<>();

    /**
     * One turn.
     *
     * @param databaseCpu that the database's process has used meanwhile
     */
    record Turn(int discounts, Duration took, Duration databaseCpu) {
        double rate() {
            return discounts / (took.toNanos() / 1e9);
        }

        double cpuMicros() {
            return databaseCpu.toNanos() / 1e3 / discounts;
        }
    }

    RatioTurns(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }

    void add(Turn ofIngestion, Turn ofBare) {
        ingested.add(ofIngestion);
        bare.add(ofBare);
    }

    /** Of the medians of both rates. */
    double ratio() {
        return median(ingested.stream().map(Turn::rate).toList())
                / median(bare.stream().map(Turn::rate).toList());
    }

    List<String> cells() {
        return List.of(
                what,
                String.format(Locale.ROOT, "%.2f", ratio()),
                whole(median(ingested.stream().map(Turn::rate).toList())),
                whole(median(bare.stream().map(Turn::rate).toList())),
                whole(median(ingested.stream().map(Turn::cpuMicros).toList())),
                whole(median(bare.stream().map(Turn::cpuMicros).toList())));
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
