package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.eligibility.fixtures.ArbitraryCheckouts;
import io.discounts.service.eligibility.fixtures.Checkout;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every decision, whatever the discounts. */
@PropertyDefaults(tries = 200)
class DecisionInvariantsTest {
    @Provide
    Arbitrary<Checkout> checkouts() {
        return ArbitraryCheckouts.small();
    }

    @Provide
    Arbitrary<Checkout> largeCheckouts() {
        return ArbitraryCheckouts.large();
    }

    /** Of the first priority and often of a group, so that they would disturb the rest if they could. */
    @Provide
    Arbitrary<Discount> ineligibleDiscounts() {
        return ArbitraryCheckouts.ineligible("z:ineligible");
    }

    @Property
    void takesNoLineAndNoFeeBelowZero(@ForAll("checkouts") Checkout checkout) {
        assertEnoughIsLeft(checkout);
    }

    @Property(tries = 100)
    void takesNoLineAndNoFeeBelowZeroWhateverTheAmounts(@ForAll("largeCheckouts") Checkout checkout) {
        assertEnoughIsLeft(checkout);
    }

    @Property
    void neverCostsMoreThanWithoutDiscounts(@ForAll("checkouts") Checkout checkout) {
        var totals = evaluate(checkout).totals();

        long undiscounted = totals.items() + totals.deliveryFee() + totals.serviceFee();
        assertThat(totals.total()).isBetween(0L, undiscounted);
        assertThat(totals.total() + totals.discount()).isEqualTo(undiscounted);
    }

    @Property
    void tellsEveryCandidateOnceAndOnlyAppliesWhatSaves(@ForAll("checkouts") Checkout checkout) {
        var decided = evaluate(checkout);

        var applied = decided.applied().stream().map(one -> one.candidate().id());
        var refused = decided.notApplied().stream().map(one -> one.candidate().id());
        assertThat(Stream.concat(applied, refused)).containsExactlyInAnyOrderElementsOf(candidates(checkout));
        assertThat(decided.applied()).noneMatch(one -> one.saving().isNothing());
        assertThat(decided.notApplied()).noneMatch(one -> one.reasons().isEmpty());
    }

    @Property
    void letsAnIneligibleDiscountChangeNothing(
            @ForAll("checkouts") Checkout checkout, @ForAll("ineligibleDiscounts") Discount ineligible) {
        var discounts = new ArrayList<>(checkout.discounts());
        discounts.addFirst(ineligible);

        var more = evaluate(checkout.withDiscounts(discounts));

        var before = Decided.of(evaluate(checkout), checkout.basket());
        assertThat(Decided.of(more, checkout.basket()).without(ineligible.id())).isEqualTo(before);
        assertThat(more.notApplied())
                .anyMatch(refused -> refused.candidate().discount().equals(ineligible));
    }

    @Property
    void doesNotDependOnTheOrderOfDiscountsAndSheets(
            @ForAll("checkouts") Checkout checkout, @ForAll long seed, @ForAll boolean split) {
        var shuffled = shuffled(checkout.discounts(), seed);
        int cut = split ? shuffled.size() / 2 : 0;
        var sheets = List.of(shuffled.subList(cut, shuffled.size()), shuffled.subList(0, cut));

        var other = new EligibilityEvaluator(checkout.availability())
                .evaluate(Checkout.storeWith(sheets), checkout.facts(), checkout.basket());

        assertThat(Decided.of(other, checkout.basket())).isEqualTo(Decided.of(evaluate(checkout), checkout.basket()));
    }

    @Property
    void permutesOnlyReasonsWhenRulesArePermuted(@ForAll("checkouts") Checkout checkout, @ForAll long seed) {
        var permuted = checkout.withDiscounts(checkout.discounts().stream()
                .map(discount -> withRulesShuffled(discount, seed))
                .toList());

        assertThat(Decided.of(evaluate(permuted), checkout.basket()))
                .isEqualTo(Decided.of(evaluate(checkout), checkout.basket()));
    }

    /** Equal remainders and equal prices may pass a minor unit on to another line; what one discount saves is the same. */
    @Property
    void savesAsMuchWhateverTheOrderOfLines(@ForAll("checkouts") Checkout checkout, @ForAll long seed) {
        var permuted = checkout.withLines(shuffled(checkout.basket().lines(), seed));
        for (var discount : checkout.discounts()) {
            var alone = evaluate(checkout.withDiscounts(List.of(discount)));

            var aloneAndPermuted = evaluate(permuted.withDiscounts(List.of(discount)));

            assertThat(aloneAndPermuted.totals()).isEqualTo(alone.totals());
            assertThat(Decided.refused(aloneAndPermuted)).isEqualTo(Decided.refused(alone));
        }
    }

    private static void assertEnoughIsLeft(Checkout checkout) {
        var left = Positions.of(checkout.basket());
        for (var applied : evaluate(checkout).applied()) {
            var taken = Positions.of(applied.saving(), checkout.basket());
            assertThat(taken.amounts()).allMatch(amount -> amount.signum() >= 0);
            assertThat(taken.sum())
                    .isEqualTo(BigInteger.valueOf(applied.saving().amount()));

            left = left.minus(taken);

            assertThat(left.amounts()).allMatch(price -> price.signum() >= 0);
        }
    }

    private static Evaluation evaluate(Checkout checkout) {
        return new EligibilityEvaluator(checkout.availability())
                .evaluate(checkout.store(), checkout.facts(), checkout.basket());
    }

    private static List<String> candidates(Checkout checkout) {
        return checkout.discounts().stream()
                .filter(discount -> discount.scope().covers(Checkout.STORE))
                .filter(discount ->
                        discount.validity().contains(checkout.facts().at()))
                .map(discount -> discount.id().toString())
                .toList();
    }

    private static Discount withRulesShuffled(Discount some, long seed) {
        return new Discount(
                some.id(),
                some.region(),
                some.version(),
                some.label(),
                some.currency(),
                some.effect(),
                some.target(),
                some.scope(),
                shuffled(some.rules(), seed),
                some.validity(),
                some.stacking(),
                some.limits(),
                some.funding());
    }

    private static <T> List<T> shuffled(List<T> values, long seed) {
        var shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
