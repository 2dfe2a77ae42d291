package io.discounts.service.eligibility;

import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.eligibility.Explanation.Conclusion;
import io.discounts.service.eligibility.Explanation.KeyMatch;
import io.discounts.service.eligibility.fixtures.Checkout;
import io.discounts.service.redemption.Availability;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static io.discounts.service.eligibility.FactsFixtures.ALL_KNOWN;
import static io.discounts.service.eligibility.FactsFixtures.NOTHING_KNOWN;
import static io.discounts.service.eligibility.FactsFixtures.at;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

class ExplainerTest {
    private static final Facts AT_CHECKOUT =
            new Facts(ALL_KNOWN.customer(), ALL_KNOWN.context(), basket(line("p1", 2, 950, "pizza")), ALL_KNOWN.at());

    private final Explainer explainer =
            new Explainer(new EligibilityEvaluator(Availability.UNTOUCHED), Availability.UNTOUCHED);

    @Test
    void tellsWhichOfTheStoresKeysTheScopeNames() {
        var inMadrid = new StoreSet(Set.of(), Set.of("pharmacy"), Set.of(), Set.of("MAD"));
        var coverage = explain(scoped(new Scope(false, inMadrid, StoreSet.NONE)), NOTHING_KNOWN)
                .coverage();

        assertThat(coverage.covers()).isTrue();
        assertThat(coverage.keys())
                .containsExactly(
                        new KeyMatch(new ScopeKey("store:s-1"), false),
                        new KeyMatch(new ScopeKey("type:restaurant"), false),
                        new KeyMatch(new ScopeKey("brand:b"), false),
                        new KeyMatch(new ScopeKey("city:MAD"), true),
                        new KeyMatch(ScopeKey.EVERYWHERE, false));
        assertThat(coverage.exceptedBy()).isEmpty();
    }

    @Test
    void tellsByWhatAStoreIsExcepted() {
        var brand = new StoreSet(Set.of(), Set.of(), Set.of("b"), Set.of());
        var explained = explain(scoped(new Scope(true, StoreSet.NONE, brand)), NOTHING_KNOWN);

        assertThat(explained.coverage().exceptedBy()).containsExactly(new ScopeKey("brand:b"));
        assertThat(explained.verdict()).isEqualTo(Verdict.FALSE);
        assertThat(explained.conclusion()).isEqualTo(new Conclusion.LeftOut());
    }

    @Test
    void coversNoStoreThatNobodyKnows() {
        var unknown = new StoreCandidates(new StoreId("s-9"), null, List.of());
        var explained = explainer.explain(aDiscount().build(), unknown, AT_CHECKOUT);

        assertThat(explained.coverage().covers()).isFalse();
        assertThat(explained.coverage().keys()).isEmpty();
        assertThat(explained.conclusion()).isEqualTo(new Conclusion.NoCandidate());
    }

    @Test
    void tellsThatTheMomentIsAtTheExclusiveEndOfValidity() {
        var discount = aDiscount().validUntil("2026-11-22T12:00:00Z").build();

        assertThat(explain(discount, at("2026-11-22T11:59:59.999Z")).valid()).isTrue();
        assertThat(explain(discount, at("2026-11-22T12:00:00Z")).valid()).isFalse();
    }

    @Test
    void givesEveryRuleItsVerdictAndItsReasons() {
        var discount = aDiscount()
                .rules(minBasket(2500), inSegment("prime"), paidBy("cash"))
                .build();
        var rules = explain(discount, AT_CHECKOUT).rules();

        assertThat(rules)
                .extracting(Explanation.RuleVerdict::verdict)
                .containsExactly(Verdict.FALSE, Verdict.TRUE, Verdict.FALSE);
        assertThat(rules.get(0).reasons()).extracting(Reason::code).containsExactly(ReasonCode.BELOW_MINIMUM);
        assertThat(rules.get(1).reasons()).isEmpty();
        assertThat(rules.get(2).reasons()).extracting(Reason::code).containsExactly(ReasonCode.PAYMENT_METHOD_MISMATCH);
    }

    @Test
    void leavesARuleAboutMoneyOpenInAnotherCurrency() {
        var explained = explain(aDiscount().currency("USD").rules(minBasket(1)).build(), AT_CHECKOUT);

        assertThat(explained.rules())
                .extracting(Explanation.RuleVerdict::verdict)
                .containsExactly(Verdict.UNKNOWN);
        assertThat(explained.currency().verdict()).isEqualTo(Verdict.FALSE);
        assertThat(explained.verdict()).isEqualTo(Verdict.FALSE);
    }

    @Test
    void leavesALimitForEachCustomerOpenUntilTheCustomerIsKnown() {
        var discount = aDiscount().usesPerCustomer(1).build();

        assertThat(explain(discount, NOTHING_KNOWN).limits().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(explain(discount, ALL_KNOWN).limits().verdict()).isEqualTo(Verdict.TRUE);
        assertThat(explain(discount, ALL_KNOWN).left().customerUses()).isEqualTo(1);
    }

    @Test
    void concludesAsSearchDoes() {
        Rule open = minBasket(1500);
        var explained = explain(aDiscount().rules(open, paidBy("card")).build(), ALL_KNOWN);

        assertThat(explained.conclusion()).isEqualTo(new Conclusion.Listed(List.of(open)));
        assertThat(explained.verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void concludesAsEvaluateDoesAmongTheStoresOtherDiscounts() {
        var better = aDiscount().id("p:better").percentageOff(50).exclusive().build();
        var asked = aDiscount().id("p:asked").percentageOff(20).build();
        var store = Checkout.storeWith(List.of(List.of(better, asked)));

        var beaten = explainer.explain(asked, store, AT_CHECKOUT);
        var applied = explainer.explain(better, store, AT_CHECKOUT);

        assertThat(beaten.verdict()).isEqualTo(Verdict.TRUE);
        assertThat(beaten.conclusion()).isInstanceOfSatisfying(Conclusion.NotApplied.class, not -> {
            assertThat(not.notApplied().reasons())
                    .extracting(Reason::code)
                    .containsExactly(ReasonCode.BEATEN_BY_EXCLUSIVE);
            assertThat(not.combination()).containsExactly("p:better");
        });
        assertThat(applied.conclusion())
                .isInstanceOfSatisfying(
                        Conclusion.Applied.class,
                        one -> assertThat(one.applied().saving().amount()).isEqualTo(950));
    }

    @Test
    void explainsTheDiscountAsItIsNowWhateverTheSheetsStillSay() {
        var old = aDiscount().version(1).rules(paidBy("cash")).build();
        var now = aDiscount().version(2).rules(paidBy("card")).build();

        var explained = explainer.explain(now, Checkout.storeWith(List.of(List.of(old))), AT_CHECKOUT);

        assertThat(explained.conclusion()).isInstanceOf(Conclusion.Applied.class);
    }

    private Explanation explain(Discount discount, Facts facts) {
        return explainer.explain(discount, Checkout.storeWith(List.of(List.of(discount))), facts);
    }

    private static Discount scoped(Scope scope) {
        return aDiscount().scope(scope).build();
    }
}
