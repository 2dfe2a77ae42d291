package io.discounts.loadtests.ingestion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A row of the table: who writes the same discounts in turn. Not safe for use by several threads. */
final class RatioTurns {
    static final List<String> HEADINGS = List.of(
            "what",
            "to bare, the same rows",
            "to bare, the catalog's rows alone",
            "ingestion/s",
            "bare, the same rows/s",
            "bare, the catalog's rows/s",
            "CPU µs each, database + Redis + here (JIT, collector): ingestion",
            "bare, the same rows",
            "bare, the catalog's rows");

    private final String what;
    private final List<Turn> ingestion = new ArrayList<>();
    private final List<Turn> bare = new ArrayList<>();
    private final List<Turn> allRows = new ArrayList<>();

    /**
     * One turn.
     *
     * @param cpu what it has cost, and what was told of it afterwards
     */
    record Turn(int discounts, Duration took, TurnCpu cpu) {
        double rate() {
            return discounts / (took.toNanos() / 1e9);
        }

        private double micros(Function<TurnCpu, Duration> whose) {
            return whose.apply(cpu).toNanos() / 1e3 / discounts;
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

    /** Drops the rounds so far. */
    void forget() {
        List.of(ingestion, bare, allRows).forEach(List::clear);
    }

    /** What the last round has shown. */
    String lastRound() {
        return "%s: %s/s, bare %s/s, of the catalog's rows %s/s; CPU µs each %s, %s, %s"
                .formatted(
                        what,
                        whole(last(ingestion), Turn::rate),
                        whole(last(allRows), Turn::rate),
                        whole(last(bare), Turn::rate),
                        micros(last(ingestion)),
                        micros(last(allRows)),
                        micros(last(bare)));
    }

    private static List<Turn> last(List<Turn> turns) {
        return List.of(turns.getLast());
    }

    /** Of the medians of the rates: ingestion to bare upserts of the same rows. */
    double ratio() {
        return ratio(allRows);
    }

    List<String> cells() {
        return List.of(
                what,
                String.format(Locale.ROOT, "%.2f", ratio()),
                String.format(Locale.ROOT, "%.2f", ratio(bare)),
                whole(ingestion, Turn::rate),
                whole(allRows, Turn::rate),
                whole(bare, Turn::rate),
                micros(ingestion),
                micros(allRows),
                micros(bare));
    }

    private double ratio(List<Turn> other) {
        return median(ingestion, Turn::rate) / median(other, Turn::rate);
    }

    private static String micros(List<Turn> turns) {
        return "%s + %s + %s (%s)"
                .formatted(
                        whole(turns, turn -> turn.micros(TurnCpu::database)),
                        whole(turns, turn -> turn.micros(TurnCpu::redis)),
                        whole(turns, turn -> turn.micros(TurnCpu::here)),
                        whole(turns, turn -> turn.micros(TurnCpu::runtime)));
    }

    private static String whole(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return String.format(Locale.ROOT, "%,.0f", median(turns, figure));
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        var sorted = turns.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
