package io.discounts.loadtests.ingestion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A row of the table: ingestion and bare writers with the same discounts, in turn. Not safe for use by several threads. */
final class RatioTurns {
    static final List<String> HEADINGS = List.of(
            "what",
            "ratio",
            "ingestion/s",
            "bare/s",
            "CPU µs each: database",
            "of the bare",
            "this process",
            "of the bare");

    private final String what;
    private final List<Turn> ingested = new ArrayList<>();
    private final List<Turn> bare = new ArrayList<>();

    /**
     * One turn.
     *
     * @param database CPU time that the database's process has used meanwhile
     * @param here the same of this process
     */
    record Turn(int discounts, Duration took, Duration database, Duration here) {
        double rate() {
            return discounts / (took.toNanos() / 1e9);
        }

        double databaseMicros() {
            return database.toNanos() / 1e3 / discounts;
        }

        double microsHere() {
            return here.toNanos() / 1e3 / discounts;
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
        return median(ingested, Turn::rate) / median(bare, Turn::rate);
    }

    List<String> cells() {
        return List.of(
                what,
                String.format(Locale.ROOT, "%.2f", ratio()),
                whole(ingested, Turn::rate),
                whole(bare, Turn::rate),
                whole(ingested, Turn::databaseMicros),
                whole(bare, Turn::databaseMicros),
                whole(ingested, Turn::microsHere),
                whole(bare, Turn::microsHere));
    }

    private static String whole(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return String.format(Locale.ROOT, "%,.0f", median(turns, figure));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        var sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
