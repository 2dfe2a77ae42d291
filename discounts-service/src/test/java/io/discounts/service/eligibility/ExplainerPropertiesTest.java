package io.discounts.service.eligibility;

import io.discounts.service.eligibility.Explanation.Conclusion;
import io.discounts.service.eligibility.fixtures.ArbitraryCheckouts;
import io.discounts.service.eligibility.fixtures.Checkout;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** What is explained is what is decided. */
@PropertyDefaults(tries = 200)
class ExplainerPropertiesTest {
    private static final Set<ReasonCode> OF_THE_COMPANY = Set.of(
            ReasonCode.NOT_BEST_IN_GROUP,
            ReasonCode.BEATEN_BY_EXCLUSIVE,
            ReasonCode.BEATEN_BY_COMBINATION,
            ReasonCode.NO_SAVING);

    @Provide
    Arbitrary<Checkout> checkouts() {
        return ArbitraryCheckouts.small();
    }

    @Property
    void searchListsWhatIsNotCalledFalse(@ForAll("checkouts") Checkout checkout) {
        for (var explained : explain(checkout, checkout.factsWithoutBasket())) {
            assertThat(explained.conclusion() instanceof Conclusion.Listed)
                    .isEqualTo(explained.verdict() != Verdict.FALSE);
        }
    }

    @Property
    void evaluateAppliesOrOutbidsWhatIsCalledTrue(@ForAll("checkouts") Checkout checkout) {
        for (var explained : explain(checkout, checkout.facts())) {
            switch (explained.conclusion()) {
                case Conclusion.Applied ignored ->
                    assertThat(explained.verdict()).isEqualTo(Verdict.TRUE);
                case Conclusion.NotApplied not ->
                    assertThatItIsRefusedFor(explained, not.notApplied().reasons());
                case Conclusion.NoCandidate ignored ->
                    assertThat(explained.coverage().covers() && explained.valid())
                            .isFalse();
                case Conclusion.Listed listed -> throw new AssertionError(listed);
                case Conclusion.LeftOut leftOut -> throw new AssertionError(leftOut);
            }
        }
    }

    private static void assertThatItIsRefusedFor(Explanation explained, List<Reason> reasons) {
        if (explained.verdict() == Verdict.TRUE) {
            assertThat(reasons).extracting(Reason::code).isSubsetOf(OF_THE_COMPANY);
        } else {
            assertThat(reasons).containsExactlyInAnyOrderElementsOf(reasonsOf(explained));
        }
    }

    private static List<Reason> reasonsOf(Explanation explained) {
        var ofRules = explained.rules().stream().flatMap(rule -> rule.reasons().stream());
        var ofParts = Stream.of(explained.currency(), explained.saving(), explained.limits())
                .flatMap(part -> part.reasons().stream());
        return Stream.concat(ofRules, ofParts).toList();
    }

    private static List<Explanation> explain(Checkout checkout, Facts facts) {
        var explainer = new Explainer(new EligibilityEvaluator(checkout.availability()), checkout.availability());
        return checkout.discounts().stream()
                .map(discount -> explainer.explain(discount, checkout.store(), facts))
                .toList();
    }
}
