package io.discounts.sample.search;

import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.LineAmount;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What the lines of a basket still cost, in cents. Of one thread. */
final class Prices {
    private final List<BasketItem> items;
    private final long[] prices;

    Prices(Basket basket) {
        items = basket.items();
        prices = items.stream()
                .mapToLong(item -> item.quantity() * item.unitPrice())
                .toArray();
    }

    long total() {
        return total(null);
    }

    /** Of the lines of a category, or of all. */
    long total(@Nullable String category) {
        return lines(category).mapToLong(line -> prices[line]).sum();
    }

    boolean has(@Nullable String category) {
        return lines(category).findAny().isPresent();
    }

    /** Takes an amount off the lines of a category, by price; the largest remainders get the cents that are left over. */
    List<LineAmount> take(long amount, @Nullable String category) {
        var shares = shares(amount, lines(category).toArray());
        var taken = new ArrayList<LineAmount>();
        for (var line = 0; line < shares.length; line++) {
            prices[line] -= shares[line];
            if (shares[line] > 0) {
                taken.add(new LineAmount(items.get(line).lineId(), shares[line]));
            }
        }
        return taken;
    }

    private long[] shares(long amount, int[] lines) {
        var total = IntStream.of(lines).mapToLong(line -> prices[line]).sum();
        var shares = new long[prices.length];
        for (var line : lines) {
            shares[line] = Math.multiplyExact(amount, prices[line]) / total;
        }
        var left = amount - IntStream.of(lines).mapToLong(line -> shares[line]).sum();
        IntStream.of(lines)
                .boxed()
                .sorted(Comparator.comparingLong((Integer line) -> -(amount * prices[line] % total)))
                .limit(left)
                .forEach(line -> shares[line]++);
        return shares;
    }

    private IntStream lines(@Nullable String category) {
        return IntStream.range(0, items.size())
                .filter(line -> category == null || items.get(line).categories().contains(category));
    }
}
