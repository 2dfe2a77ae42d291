package io.discounts.service.eligibility.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

/** Exact parts of amounts. */
final class Shares {
    private Shares() {}

    static BigInteger sum(List<BigInteger> amounts) {
        return amounts.stream().reduce(ZERO, BigInteger::add);
    }

    /** The percentage of the amount, rounded half up. */
    static BigInteger percentOf(BigInteger amount, BigDecimal percent) {
        return new BigDecimal(amount)
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
    }

    /** The amount split in proportion to the weights, by largest remainder, ties to the earlier. */
    static List<BigInteger> allocate(BigInteger amount, List<BigInteger> weights) {
        var whole = sum(weights);
        if (whole.signum() == 0) {
            return weights;
        }
        var shares = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        for (var weight : weights) {
            var exact = amount.multiply(weight).divideAndRemainder(whole);
            shares.add(exact[0]);
            remainders.add(exact[1]);
        }
        int missing = amount.subtract(sum(shares)).intValueExact();
        largestFirst(remainders)
                .subList(0, missing)
                .forEach(i -> shares.set(i, shares.get(i).add(ONE)));
        return shares;
    }

    private static List<Integer> largestFirst(List<BigInteger> remainders) {
        return IntStream.range(0, remainders.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
