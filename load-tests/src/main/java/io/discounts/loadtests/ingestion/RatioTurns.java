package io.discounts.loadtests.ingestion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A row of the table: who writes the same discounts in turn. Not safe for use by several threads. */
final class RatioTurns {
    static final List<String> HEADINGS = List.of(
            "what",
            "to bare",
            "to bare, all rows",
            "ingestion/s",
            "bare/s",
            "bare, all rows/s",
            "CPU µs each, database + here: ingestion",
            "bare",
            "bare, all rows");

    private final String what;
    private final List<Turn> ingestion = new ArrayList<>();
    private final List<Turn> bare = new ArrayList<>();
    private final List<Turn> allRows = new ArrayList<>();

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

    /**
     * A round.
     *
     * @param ofAllRows of bare upserts of all that ingestion writes
     */
    void add(Turn ofIngestion, Turn ofBare, Turn ofAllRows) {
        ingestion.add(ofIngestion);
        bare.add(ofBare);
        allRows.add(ofAllRows);
    }

    /** Of the medians of the rates: ingestion to bare upserts of what its catalog holds. */
    double ratio() {
        return ratio(bare);
    }

    List<String> cells() {
        return List.of(
                what,
                String.format(Locale.ROOT, "%.2f", ratio()),
                String.format(Locale.ROOT, "%.2f", ratio(allRows)),
                whole(ingestion, Turn::rate),
                whole(bare, Turn::rate),
                whole(allRows, Turn::rate),
                micros(ingestion),
                micros(bare),
                micros(allRows));
    }

    private double ratio(List<Turn> other) {
        return median(ingestion, Turn::rate) / median(other, Turn::rate);
    }

    private static String micros(List<Turn> turns) {
        return whole(turns, Turn::databaseMicros) + " + " + whole(turns, Turn::microsHere);
    }

    private static String whole(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return String.format(Locale.ROOT, "%,.0f", median(turns, figure));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        var sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
