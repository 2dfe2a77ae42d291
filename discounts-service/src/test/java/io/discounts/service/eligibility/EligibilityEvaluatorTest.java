package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.redemption.Availability;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static io.discounts.service.discount.fixtures.DiscountFixtures.storeSet;
import static io.discounts.service.eligibility.FactsFixtures.ALL_KNOWN;
import static io.discounts.service.eligibility.FactsFixtures.NOTHING_KNOWN;
import static io.discounts.service.eligibility.FactsFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

class EligibilityEvaluatorTest {
    private final EligibilityEvaluator evaluator = new EligibilityEvaluator(Availability.UNTOUCHED);

    @Test
    void keepsTheOrderOfStoresAndLeavesUnknownOnesEmpty() {
        var everywhere = sheet(discount("p:1"));

        var answer = search(NOTHING_KNOWN, store("s-2", everywhere), unknownStore("s-9"), store("s-1", everywhere));

        assertThat(answer.stores()).extracting(store -> store.storeId().value()).containsExactly("s-2", "s-9", "s-1");
        assertThat(ids(answer, 0)).containsExactly("p:1");
        assertThat(ids(answer, 1)).isEmpty();
        assertThat(answer.offers()).hasSize(1);
    }

    @Test
    void ordersByPriorityDescendingThenIdAcrossSheets() {
        var one = sheet(discount("p:b"), discount("p:a"), discount("p:top", 10));
        var other = sheet(discount("p:B"), discount("p:late", -1), discount("q:middle", 5));

        var answer = search(NOTHING_KNOWN, store("s-1", one, other));

        assertThat(ids(answer, 0)).containsExactly("p:top", "q:middle", "p:B", "p:a", "p:b", "p:late");
    }

    @Test
    void leavesOutWhatARuleSpeaksAgainst() {
        var sheet = sheet(
                aDiscount().id("p:cash").rules(paidBy("cash")).build(),
                aDiscount().id("p:card").rules(paidBy("card")).build());

        assertThat(ids(search(ALL_KNOWN, store("s-1", sheet)), 0)).containsExactly("p:card");
    }

    @Test
    void tellsTheOpenRulesAsConditions() {
        var sheet = sheet(aDiscount()
                .id("p:1")
                .rules(minBasket(1500), inSegment("prime"), paidBy("card"))
                .build());

        var known = search(ALL_KNOWN, store("s-1", sheet));
        var unknown = search(NOTHING_KNOWN, store("s-1", sheet));

        assertThat(open(known)).containsExactly(0);
        assertThat(open(unknown)).containsExactly(0, 1, 2);
    }

    @Test
    void endsAtTheExclusiveEndOfValidity() {
        var sheet = sheet(aDiscount()
                .id("p:1")
                .validFrom("2026-11-01T00:00:00Z")
                .validUntil("2026-12-01T00:00:00Z")
                .build());

        assertThat(ids(search(at("2026-10-31T23:59:59.999Z"), store("s-1", sheet)), 0))
                .isEmpty();
        assertThat(ids(search(at("2026-11-01T00:00:00Z"), store("s-1", sheet)), 0))
                .hasSize(1);
        assertThat(ids(search(at("2026-11-30T23:59:59.999Z"), store("s-1", sheet)), 0))
                .hasSize(1);
        assertThat(ids(search(at("2026-12-01T00:00:00Z"), store("s-1", sheet)), 0))
                .isEmpty();
    }

    @Test
    void leavesOutExceptedStoresOnly() {
        var sheet = sheet(aDiscount()
                .id("p:1")
                .scope(new Scope(true, StoreSet.NONE, storeSet("s-1")))
                .build());

        var answer = search(NOTHING_KNOWN, store("s-1", sheet), store("s-2", sheet));

        assertThat(ids(answer, 0)).isEmpty();
        assertThat(ids(answer, 1)).containsExactly("p:1");
    }

    @Test
    void listsADiscountOnceThatStandsOnTwoSheetsOfAStore() {
        var one = sheet(discount("p:0"), discount("p:1"));
        var other = sheet(discount("p:1"), discount("p:2"));

        assertThat(ids(search(NOTHING_KNOWN, store("s-1", one, other)), 0)).containsExactly("p:0", "p:1", "p:2");
    }

    @Test
    void countsTheNewestVersionThatTheRequestHasSeen() {
        var old = sheet(aDiscount().id("p:1").version(1).priority(10).build());
        var fresh = sheet(aDiscount().id("p:1").version(2).priority(0).build());

        var answer = search(NOTHING_KNOWN, store("s-1", old, fresh));

        assertThat(ids(answer, 0)).containsExactly("p:1");
        assertThat(answer.offers())
                .extracting(offer -> offer.candidate().discount().version())
                .containsExactly(2L);
    }

    @Test
    void passesStalenessOn() {
        var found = new CandidateLookup.Found(List.of(unknownStore("s-1")), true);

        assertThat(evaluator.search(found, NOTHING_KNOWN).stale()).isTrue();
    }

    private SearchAnswer search(Facts facts, StoreCandidates... stores) {
        return evaluator.search(new CandidateLookup.Found(List.of(stores), false), facts);
    }

    private static List<String> ids(SearchAnswer answer, int store) {
        return answer.stores().get(store).offers().stream()
                .map(offer -> offer.candidate().id())
                .toList();
    }

    private static List<Integer> open(SearchAnswer answer) {
        return answer.offers().iterator().next().conditions().stream().boxed().toList();
    }

    private static StoreCandidates store(String id, Sheet... sheets) {
        return new StoreCandidates(new StoreId(id), aStore(id), List.of(sheets));
    }

    private static StoreCandidates unknownStore(String id) {
        return new StoreCandidates(new StoreId(id), null, List.of());
    }

    private static Sheet sheet(Discount... discounts) {
        return new Sheet(Stream.of(discounts).map(Candidate::new).toList());
    }

    private static Discount discount(String id) {
        return discount(id, 0);
    }

    private static Discount discount(String id, int priority) {
        return aDiscount().id(id).priority(priority).build();
    }
}
