package io.discounts.sdk.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A line of a basket with its running price, in minor units. */
record Line(String lineId, long price) {
    static Line of(JsonObject item) {
        return new Line(item.text("lineId"), Math.multiplyExact(item.number("quantity"), item.number("unitPrice")));
    }

    static long total(List<Line> lines) {
        return lines.stream().mapToLong(Line::price).sum();
    }

    Line less(long amount) {
        return new Line(lineId, price - amount);
    }

    /** Shares an amount out over the lines by price: largest remainder, ties to the earlier line. */
    static List<Long> share(long amount, List<Line> lines) {
        var total = total(lines);
        var shares = new ArrayList<Long>();
        lines.forEach(line -> shares.add(Math.multiplyExact(amount, line.price) / total));
        var left = amount - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> amount * lines.get(i).price % total)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }
}
