package io.discounts.loadtests.reads;

import java.util.ArrayList;
import java.util.List;

/** Where values go that were taken one after the other, at even distances. */
record Trend(List<Double> values) {
    private static final double MOST_GROWTH = 0.10;

    Trend {
        values = List.copyOf(values);
    }

    /**
     * By how much they grow from the first to the last, by the median of the slopes between any two of them (Theil, 1950; Sen,
     * 1968): a third of them may be anything at all and it stays the same.
     */
    double growth() {
        var slopes = new ArrayList<Double>();
        for (int i = 0; i < values.size(); i++) {
            for (int j = i + 1; j < values.size(); j++) {
                slopes.add((values.get(j) - values.get(i)) / (j - i));
            }
        }
        return slopes.isEmpty() ? 0 : Contender.median(slopes) * (values.size() - 1);
    }

    /**
     * Whether they grow by a tenth of their median at most, or by so little that it may come and go.
     *
     * @param little in their unit
     */
    boolean isFlat(double little) {
        return growth() <= Math.max(MOST_GROWTH * median(), little);
    }

    double median() {
        return Contender.median(values);
    }
}
