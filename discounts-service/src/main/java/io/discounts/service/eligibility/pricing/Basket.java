package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Money;
import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Selection;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An order in the making; every amount is in minor units of {@code currency}.
 *
 * @param lines 1 to 500, no two of one {@code lineId}
 */
public record Basket(Currency currency, List<Line> lines, Money deliveryFee, Money serviceFee) {
    public static final int MAX_LINES = 500;

    public Basket {
        lines = List.copyOf(lines);
        require(!lines.isEmpty() && lines.size() <= MAX_LINES, "a basket has 1 to " + MAX_LINES + " lines");
        require(hasDistinctIds(lines), "a lineId stands for one line");
    }

    /**
     * Some units of one product.
     *
     * @param quantity 1 to 1000 units
     * @param unitPrice 0 to 10<sup>9</sup>
     */
    public record Line(String lineId, String productId, Set<String> categories, int quantity, long unitPrice) {
        public static final int MAX_QUANTITY = 1000;
        public static final long MAX_UNIT_PRICE = 1_000_000_000;

        public Line {
            categories = OrderedSet.copyOf(categories);
            require(quantity >= 1 && quantity <= MAX_QUANTITY, "a quantity is from 1 to " + MAX_QUANTITY);
            require(unitPrice >= 0 && unitPrice <= MAX_UNIT_PRICE, "a unit price is from 0 to " + MAX_UNIT_PRICE);
        }

        public long price() {
            return quantity * unitPrice;
        }

        public boolean matches(Selection selection) {
            return selection.matches(productId, categories);
        }
    }

    /** The sum of the lines, fees left out. */
    public long itemsTotal() {
        return total(Selection.EVERYTHING);
    }

    /** The sum of the lines that match. */
    public long total(Selection selection) {
        long total = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            total += line.matches(selection) ? line.price() : 0;
        }
        return total;
    }

    /** The units of the lines that match. */
    public long units(Selection selection) {
        long units = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            units += line.matches(selection) ? line.quantity() : 0;
        }
        return units;
    }

    private static boolean hasDistinctIds(List<Line> lines) {
        var ids = HashSet.<String>newHashSet(lines.size());
        for (var line : lines) {
            if (!ids.add(line.lineId())) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
