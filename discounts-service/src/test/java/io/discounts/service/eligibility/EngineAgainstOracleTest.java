package io.discounts.service.eligibility;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.eligibility.fixtures.ArbitraryCheckouts;
import io.discounts.service.eligibility.fixtures.Checkout;
import io.discounts.service.eligibility.oracle.Oracle;
import io.discounts.service.eligibility.oracle.Refusal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static io.discounts.service.eligibility.fixtures.Checkout.STORE;
import static org.assertj.core.api.Assertions.assertThat;

/** The engine says what the contract says, as the oracle reads it. */
class EngineAgainstOracleTest {
    @Provide
    Arbitrary<Checkout> small() {
        return ArbitraryCheckouts.small();
    }

    @Provide
    Arbitrary<Checkout> large() {
        return ArbitraryCheckouts.large();
    }

    @Property
    void appliesAndRefusesAsTheOracle(@ForAll("small") Checkout checkout) {
        assertSameDecision(checkout);
    }

    /** The oracle looks at every unit, thousands here. */
    @Property(tries = 60)
    void isExactForEveryAmountAllowed(@ForAll("large") Checkout checkout) {
        assertSameDecision(checkout);
    }

    @Property
    void choosesNoneWorseThanAnyCombinationTheContractNames(@ForAll("small") Checkout checkout) {
        var named = new Oracle(checkout.availability())
                .evaluate(checkout.discounts(), STORE, checkout.facts(), checkout.basket())
                .savingsOfCombinations();

        var saved = BigInteger.valueOf(evaluate(checkout).totals().discount());

        assertThat(named).contains(saved).allSatisfy(other -> assertThat(saved).isGreaterThanOrEqualTo(other));
    }

    @Property
    void listsWithTheSameConditionsAsTheOracle(@ForAll("small") Checkout checkout) {
        assertSameOffers(checkout, checkout.factsWithoutBasket());
        assertSameOffers(checkout, checkout.facts());
    }

    private static void assertSameDecision(Checkout checkout) {
        var expected = new Oracle(checkout.availability())
                .evaluate(checkout.discounts(), STORE, checkout.facts(), checkout.basket());

        var decided = evaluate(checkout);

        assertThat(amounts(decided, checkout).entrySet())
                .containsExactlyElementsOf(expected.applied().entrySet());
        assertThat(refusals(decided).entrySet())
                .containsExactlyElementsOf(expected.notApplied().entrySet());
    }

    private static void assertSameOffers(Checkout checkout, Facts facts) {
        var expected = new Oracle(checkout.availability()).search(checkout.discounts(), STORE, facts);
        var found = new CandidateLookup.Found(List.of(checkout.store()), false);

        var answer = new EligibilityEvaluator(checkout.availability()).search(found, facts);

        var offers = new LinkedHashMap<DiscountId, List<Integer>>();
        answer.stores()
                .getFirst()
                .offers()
                .forEach(offer -> offers.put(
                        offer.candidate().discount().id(),
                        offer.conditions().stream().boxed().toList()));
        assertThat(offers.entrySet()).containsExactlyElementsOf(expected.entrySet());
    }

    private static Evaluation evaluate(Checkout checkout) {
        return new EligibilityEvaluator(checkout.availability())
                .evaluate(checkout.store(), checkout.facts(), checkout.basket());
    }

    /** What comes off each line, then off each fee. */
    private static Map<DiscountId, List<BigInteger>> amounts(Evaluation decided, Checkout checkout) {
        var amounts = new LinkedHashMap<DiscountId, List<BigInteger>>();
        for (var applied : decided.applied()) {
            amounts.put(
                    applied.candidate().discount().id(),
                    Positions.of(applied.saving(), checkout.basket()).amounts());
        }
        return amounts;
    }

    private static Map<DiscountId, List<Refusal>> refusals(Evaluation decided) {
        var refusals = new LinkedHashMap<DiscountId, List<Refusal>>();
        for (var refused : decided.notApplied()) {
            refusals.put(
                    refused.candidate().discount().id(),
                    refused.reasons().stream()
                            .map(reason ->
                                    new Refusal(reason.rule(), reason.code().code()))
                            .sorted()
                            .toList());
        }
        return refusals;
    }
}
