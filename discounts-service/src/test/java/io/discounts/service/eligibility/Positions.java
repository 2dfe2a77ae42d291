package io.discounts.service.eligibility;

import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.pricing.Basket;
import io.discounts.service.eligibility.pricing.Saving;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What a saving takes off each line in basket order, then off the delivery fee, then off the service fee. */
final class Positions {
    private Positions() {}

    static List<BigInteger> of(Saving saving, Basket basket) {
        var lines = IntStream.range(0, basket.lines().size()).mapToLong(saving::ofLine);
        var fees = LongStream.of(ofFee(saving, Target.Fee.DELIVERY), ofFee(saving, Target.Fee.SERVICE));
        return LongStream.concat(lines, fees).mapToObj(BigInteger::valueOf).toList();
    }

    private static long ofFee(Saving saving, Target.Fee fee) {
        return saving.target().equals(fee) ? saving.amount() : 0;
    }
}
