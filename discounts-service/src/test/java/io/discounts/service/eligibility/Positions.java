package io.discounts.service.eligibility;

import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Saving;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Amounts for each line in basket order, then for the delivery fee, then for the service fee. */
record Positions(List<BigInteger> amounts) {

    /** What a basket costs before any discount. */
    static Positions of(Basket basket) {
        var lines = basket.lines().stream().mapToLong(line -> line.quantity() * line.unitPrice());
        var fees = LongStream.of(
                basket.deliveryFee().minorUnits(), basket.serviceFee().minorUnits());
        return exactly(LongStream.concat(lines, fees));
    }

    static Positions of(Saving saving, Basket basket) {
        var lines = IntStream.range(0, basket.lines().size()).mapToLong(saving::ofLine);
        var fees = LongStream.of(ofFee(saving, Target.Fee.DELIVERY), ofFee(saving, Target.Fee.SERVICE));
        return exactly(LongStream.concat(lines, fees));
    }

    Positions minus(Positions other) {
        return new Positions(IntStream.range(0, amounts.size())
                .mapToObj(i -> amounts.get(i).subtract(other.amounts.get(i)))
                .toList());
    }

    BigInteger sum() {
        return amounts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long ofFee(Saving saving, Target.Fee fee) {
        return saving.target().equals(fee) ? saving.amount() : 0;
    }

    private static Positions exactly(LongStream amounts) {
        return new Positions(amounts.mapToObj(BigInteger::valueOf).toList());
    }
}
