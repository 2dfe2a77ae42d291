package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotions;
import io.discounts.sample.promotion.Stock;
import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.Priority;
import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.LineAmount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class LocalSearchTest {
    /** A Sunday, 13:00 in Andorra. */
    private static final Instant LUNCH = Instant.parse("2026-11-22T12:00:00Z");

    private static final BackendCall CALL =
            new BackendCall(Priority.BROWSE, Deadline.after(Duration.ofSeconds(1), System::nanoTime));

    private final Clock clock = Clock.fixed(LUNCH, ZoneOffset.UTC);
    private final Promotions promotions = new Promotions();

    LocalSearchTest() {
        Stock.asOf(LUNCH).forEach(promotions::put);
    }

    @Test
    void listsStoresInTheOrderAskedForWithWhatCountsNow() {
        var answer = search(Defects.NONE, null, "ad-4", "ad-9", "ad-1");

        assertThat(answer.stores())
                .containsExactly(
                        new StoreDiscounts("ad-4", ids(1006, 1004, 1003)),
                        new StoreDiscounts("ad-9", List.of()),
                        new StoreDiscounts("ad-1", ids(1004, 1001)));
        assertThat(answer.discounts()).containsOnlyKeys(ids(1006, 1004, 1003, 1001));
    }

    @Test
    void decidesForTheMomentAskedFor() {
        var morning = search(Defects.NONE, LUNCH.minus(Duration.ofHours(4)), "ad-4", "ad-1");

        assertThat(morning.stores())
                .containsExactly(
                        new StoreDiscounts("ad-4", ids(1007, 1004, 1003)),
                        new StoreDiscounts("ad-1", ids(1008, 1004, 1001)));
    }

    @Test
    void tellsPromotionsInTheWordsOfTheContract() {
        var answer = search(Defects.NONE, null, "ad-2");

        assertThat(answer.discounts()).hasEntrySatisfying("marketing-campaigns:1002", pizza -> {
            assertThat(pizza.effect())
                    .isEqualTo(new Terms("percentage_off", Map.of("percent", new BigDecimal("20.00"))));
            assertThat(pizza.target()).isEqualTo(new Terms("items", Map.of("categories", List.of("pizza"))));
            assertThat(pizza.conditions()).containsExactly(new Terms("min_basket", Map.of("amount", 1500L)));
        });
    }

    @Test
    void takesEachPromotionOffWhatTheEarlierOnesHaveLeft() {
        var answer = evaluate(
                Defects.NONE,
                "ad-2",
                item("l1", "pizza", 2, 950),
                item("l2", "pizza", 1, 1165),
                item("l3", "drink", 1, 155));

        // 20 % of 3065; 10 % of 155, half up; 5 % of 3170 - 613 - 16 + 50 cents to each other line
        assertThat(answer.applied())
                .containsExactly(
                        applied(1002, 613, new LineAmount("l1", 380), new LineAmount("l2", 233)),
                        applied(1004, 16, new LineAmount("l3", 16)),
                        applied(
                                1003,
                                130,
                                new LineAmount("l1", 76),
                                new LineAmount("l2", 47),
                                new LineAmount("l3", 7)));
        assertThat(answer.totals()).isEqualTo(new Totals(3220, 759, 290, 0, 100, 0, 759, 2851));
        assertThat(answer.notApplied()).isEmpty();
    }

    @Test
    void givesTheCentsThatAreLeftOverToTheLargestRemainders() {
        var answer = evaluate(
                Defects.NONE,
                "ad-3",
                item("l1", "care", 1, 100),
                item("l2", "care", 1, 101),
                item("l3", "care", 1, 101));

        // 33.33 % of 302 is 100.66; 33.44, 33.78 and 33.78 of 101
        assertThat(answer.applied())
                .containsExactly(applied(
                        1005, 101, new LineAmount("l1", 33), new LineAmount("l2", 34), new LineAmount("l3", 34)));
    }

    @Test
    void tellsEveryReasonWhyNot() {
        var answer = evaluate(Defects.NONE, "ad-2", item("l1", "drink", 1, 200));

        assertThat(answer.notApplied()).singleElement().satisfies(not -> {
            assertThat(not.discountId()).isEqualTo("marketing-campaigns:1002");
            assertThat(not.reasons())
                    .containsExactly(
                            new Refusal("min_basket", "below_minimum", 1500L, 200L),
                            new Refusal("target", "no_matching_items", null, null));
        });
    }

    @Test
    void tellsHoursAndLocalTimeInTheWordsOfTheContract() {
        var answer = evaluate(Defects.NONE, "ad-4", item("l1", "sushi", 1, 775));

        assertThat(answer.notApplied())
                .first()
                .satisfies(not -> assertThat(not.reasons())
                        .containsExactly(new Refusal(
                                "schedule",
                                "outside_schedule",
                                List.of("MON,TUE,WED,THU,FRI,SAT,SUN 00:00-12:00 Europe/Andorra"),
                                "SUN 2026-11-22T13:00:00 Europe/Andorra")));
    }

    @Test
    void appliesNothingThatSavesNothing() {
        var answer = evaluate(Defects.NONE, "ad-2", item("l1", "drink", 1, 4));

        assertThat(answer.applied()).isEmpty();
        assertThat(answer.notApplied())
                .extracting(not -> not.reasons().get(0).code())
                .containsExactly("below_minimum", "no_saving", "no_saving");
    }

    @Test
    void sellsInNoOtherCurrency() {
        var basket = new Basket("USD", List.of(item("l1", "care", 1, 1000)), 0, 0);

        var answer = search(Defects.NONE).evaluate(request("ad-3", basket), CALL);

        assertThat(answer.notApplied())
                .singleElement()
                .satisfies(not -> assertThat(not.reasons())
                        .containsExactly(new Refusal("currency", "currency_mismatch", "EUR", "USD")));
    }

    @Test
    void losesACentWithTheSeededRounding() {
        var wrong = new Defects(Set.of(Defect.ROUNDING));

        assertThat(evaluate(wrong, "ad-2", item("l1", "drink", 1, 155)).applied())
                .extracting(AppliedDiscount::amount)
                .containsExactly(15L, 7L);
        assertThat(evaluate(Defects.NONE, "ad-2", item("l1", "drink", 1, 155)).applied())
                .extracting(AppliedDiscount::amount)
                .containsExactly(16L, 7L);
    }

    @Test
    void hasNeverHeardOfTheSeededStore() {
        var wrong = new Defects(Set.of(Defect.MISSING_STORE));

        assertThat(search(wrong, null, "ad-4", "ad-1").stores())
                .extracting(StoreDiscounts::storeId)
                .containsExactly("ad-1");
        var answer = evaluate(wrong, "ad-4", item("l1", "sushi", 1, 775));
        assertThat(answer.applied()).isEmpty();
        assertThat(answer.notApplied()).isEmpty();
    }

    @Test
    void goesOnForADayWithTheSeededExpiry() {
        var wrong = new Defects(Set.of(Defect.EXPIRED_SHOWN));

        assertThat(search(wrong, null, "ad-1").stores())
                .containsExactly(new StoreDiscounts("ad-1", ids(1008, 1004, 1001)));
        assertThat(search(wrong, LUNCH.plus(Duration.ofDays(1)), "ad-1").stores())
                .containsExactly(new StoreDiscounts("ad-1", ids(1004, 1001)));
    }

    private LocalSearch search(Defects defects) {
        return new LocalSearch(promotions, new Bookings(promotions, clock, () -> "b-1"), defects, clock);
    }

    private SearchAnswer search(Defects defects, @Nullable Instant at, String... stores) {
        var request = new SearchRequest("AD", List.of(stores), Customer.UNKNOWN, Context.UNKNOWN, at);
        return search(defects).search(request, CALL);
    }

    private EvaluateAnswer evaluate(Defects defects, String store, BasketItem... items) {
        return search(defects).evaluate(request(store, new Basket("EUR", List.of(items), 290, 100)), CALL);
    }

    private static EvaluateRequest request(String store, Basket basket) {
        return new EvaluateRequest("AD", store, Customer.UNKNOWN, Context.UNKNOWN, basket, null);
    }

    private static BasketItem item(String line, String category, int quantity, long price) {
        return new BasketItem(line, "p-" + line, List.of(category), quantity, price);
    }

    private static AppliedDiscount applied(int number, long amount, LineAmount... lines) {
        return new AppliedDiscount("marketing-campaigns:" + number, amount, "items", List.of(lines));
    }

    private static List<String> ids(Integer... numbers) {
        return List.of(numbers).stream()
                .map(number -> "marketing-campaigns:" + number)
                .toList();
    }
}
