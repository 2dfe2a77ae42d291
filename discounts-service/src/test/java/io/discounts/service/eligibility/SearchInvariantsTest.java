package io.discounts.service.eligibility;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.fixtures.ArbitraryCheckouts;
import io.discounts.service.eligibility.fixtures.Checkout;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Search, which does not know the basket yet, promises nothing that checkout then refuses for what search knew. */
@PropertyDefaults(tries = 200)
class SearchInvariantsTest {
    private static final Set<ReasonCode> KNOWN_TO_SEARCH = Set.of(ReasonCode.IN_USE, ReasonCode.CUSTOMER_LIMIT_REACHED);

    @Provide
    Arbitrary<Checkout> checkouts() {
        return ArbitraryCheckouts.small();
    }

    @Property
    void listsNothingThatCheckoutRefusesForAKnownLimit(@ForAll("checkouts") Checkout checkout) {
        var listed = listed(checkout);

        for (var refused : evaluate(checkout).notApplied()) {
            if (listed.containsKey(refused.candidate().id())) {
                assertThat(refused.reasons()).extracting(Reason::code).doesNotContainAnyElementsOf(KNOWN_TO_SEARCH);
            }
        }
    }

    @Property
    void tellsAsConditionsWhateverRuleCheckoutMayRefuse(@ForAll("checkouts") Checkout checkout) {
        var listed = listed(checkout);

        for (var refused : evaluate(checkout).notApplied()) {
            var offer = listed.get(refused.candidate().id());
            if (offer != null) {
                assertThat(failedRules(refused)).isSubsetOf(conditions(offer));
            }
        }
    }

    @Property
    void leavesOutNothingThatCheckoutApplies(@ForAll("checkouts") Checkout checkout) {
        var applied = evaluate(checkout).applied();

        assertThat(applied)
                .allMatch(one -> listed(checkout).containsKey(one.candidate().id()));
    }

    /** A store alone takes a shorter way. */
    @Property
    void tellsOfAStoreAloneWhatItTellsOfItAmongOthers(@ForAll("checkouts") Checkout checkout) {
        var evaluator = new EligibilityEvaluator(checkout.availability());
        var twice = new CandidateLookup.Found(List.of(checkout.store(), checkout.store()), false);

        var alone = evaluator.search(
                new CandidateLookup.Found(List.of(checkout.store()), false), checkout.factsWithoutBasket());
        var among = evaluator.search(twice, checkout.factsWithoutBasket());

        assertThat(alone.stores().getFirst()).isEqualTo(among.stores().getFirst());
        assertThat(List.copyOf(alone.offers())).isEqualTo(List.copyOf(among.offers()));
    }

    private static Map<String, Offer> listed(Checkout checkout) {
        var found = new CandidateLookup.Found(List.of(checkout.store()), false);
        var answer = new EligibilityEvaluator(checkout.availability()).search(found, checkout.factsWithoutBasket());
        return answer.stores().getFirst().offers().stream()
                .collect(Collectors.toMap(offer -> offer.candidate().id(), Function.identity()));
    }

    private static Evaluation evaluate(Checkout checkout) {
        return new EligibilityEvaluator(checkout.availability())
                .evaluate(checkout.store(), checkout.facts(), checkout.basket());
    }

    /** The types of the rules that are not true, whatever became of currency, target, limits and stacking. */
    private static Set<String> failedRules(Evaluation.NotApplied refused) {
        var ofRules =
                refused.candidate().discount().rules().stream().map(Rule::type).collect(Collectors.toSet());
        return refused.reasons().stream()
                .map(Reason::rule)
                .filter(ofRules::contains)
                .collect(Collectors.toSet());
    }

    private static Set<String> conditions(Offer offer) {
        return offer.conditions().stream()
                .mapToObj(offer.candidate().discount().rules()::get)
                .map(Rule::type)
                .collect(Collectors.toSet());
    }
}
