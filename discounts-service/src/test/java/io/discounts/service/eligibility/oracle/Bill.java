package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.pricing.Basket;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import static java.math.BigInteger.ZERO;

/**
 * What an order still costs, position by position: its lines in basket order, then the delivery fee, then the service fee, each
 * fee like a line of one unit.
 */
record Bill(Basket basket, List<BigInteger> prices) {

    /** A unit of what stands at one position, and its running price. */
    record Unit(int position, BigInteger price) {}

    static Bill of(Basket basket) {
        var prices = new ArrayList<BigInteger>();
        for (var line : basket.lines()) {
            prices.add(BigInteger.valueOf(line.quantity()).multiply(BigInteger.valueOf(line.unitPrice())));
        }
        prices.add(BigInteger.valueOf(basket.deliveryFee().minorUnits()));
        prices.add(BigInteger.valueOf(basket.serviceFee().minorUnits()));
        return new Bill(basket, prices);
    }

    /** What is left of it once that much is taken off at each position. */
    Bill minus(List<BigInteger> amounts) {
        return new Bill(
                basket,
                IntStream.range(0, prices.size())
                        .mapToObj(position -> prices.get(position).subtract(amounts.get(position)))
                        .toList());
    }

    /** Nothing at every position, to be filled in. */
    List<BigInteger> nothing() {
        return new ArrayList<>(Collections.nCopies(prices.size(), ZERO));
    }

    /** The prices where the target is, and nothing elsewhere. */
    List<BigInteger> pricesOf(Target target) {
        var matching = nothing();
        for (int position : positionsOf(target)) {
            matching.set(position, prices.get(position));
        }
        return matching;
    }

    List<Integer> positionsOf(Target target) {
        int lines = basket.lines().size();
        return switch (target) {
            case Target.Items items -> positionsOf(items.selection());
            case Target.Fee.DELIVERY -> List.of(lines);
            case Target.Fee.SERVICE -> List.of(lines + 1);
        };
    }

    List<Integer> positionsOf(Selection selection) {
        return IntStream.range(0, basket.lines().size())
                .filter(position -> matches(basket.lines().get(position), selection))
                .boxed()
                .toList();
    }

    static boolean matches(Basket.Line line, Selection selection) {
        boolean everyLine =
                selection.productIds().isEmpty() && selection.categories().isEmpty();
        boolean byProduct = selection.productIds().contains(line.productId());
        boolean byCategory = !Collections.disjoint(selection.categories(), line.categories());
        return everyLine || byProduct || byCategory;
    }

    /** One by one, in order; a running price is spread evenly, the first units carrying one minor unit more. */
    List<Unit> unitsAt(List<Integer> positions) {
        var units = new ArrayList<Unit>();
        for (int position : positions) {
            int quantity = quantityAt(position);
            var evenly = prices.get(position).divideAndRemainder(BigInteger.valueOf(quantity));
            for (int i = 0; i < quantity; i++) {
                var carriesMore = BigInteger.valueOf(i).compareTo(evenly[1]) < 0;
                units.add(new Unit(position, carriesMore ? evenly[0].add(BigInteger.ONE) : evenly[0]));
            }
        }
        return units;
    }

    private int quantityAt(int position) {
        return position < basket.lines().size() ? basket.lines().get(position).quantity() : 1;
    }
}
