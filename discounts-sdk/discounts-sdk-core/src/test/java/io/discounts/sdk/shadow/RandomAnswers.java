package io.discounts.sdk.shadow;

import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.LineAmount;
import io.discounts.sdk.model.ListedDiscount;
import io.discounts.sdk.model.NotAppliedDiscount;
import io.discounts.sdk.model.Refusal;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Terms;
import io.discounts.sdk.model.Totals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Answers of any shape with at least two of everything, the same for the same seed. */
final class RandomAnswers {
    private final Random random;

    RandomAnswers(long seed) {
        random = new Random(seed);
    }

    SearchAnswer search() {
        var discounts = new LinkedHashMap<String, ListedDiscount>();
        IntStream.range(0, several()).forEach(i -> discounts.put("p~/" + i % 2 + ":" + i, listed(i)));
        var ids = new ArrayList<>(discounts.keySet());
        var stores = IntStream.range(0, several())
                .mapToObj(i -> new StoreDiscounts("s-" + i, ids.subList(0, 2 + random.nextInt(ids.size() - 1))))
                .toList();
        return SearchAnswer.of(stores, discounts);
    }

    EvaluateAnswer evaluation() {
        var applied = IntStream.range(0, several())
                .mapToObj(i -> new AppliedDiscount("p:" + i, amount(), "items", lines()))
                .toList();
        var notApplied = IntStream.range(0, several())
                .mapToObj(i -> new NotAppliedDiscount("q:" + i, reasons(), null))
                .toList();
        return EvaluateAnswer.of(applied, totals(), notApplied);
    }

    private ListedDiscount listed(int number) {
        return new ListedDiscount(
                "p~/" + number % 2 + ":" + number,
                "p~/" + number % 2,
                "label " + random.nextInt(3),
                "EUR",
                new Terms("percentage_off", Map.of("percent", BigDecimal.valueOf(1 + random.nextInt(9999), 2))),
                new Terms("items", Map.of("categories", List.of("pizza", "sushi"))),
                List.of(
                        new Terms("min_basket", Map.of("amount", amount())),
                        new Terms("schedule", Map.of("windows", List.of(Map.of("days", List.of("MON", "TUE")))))),
                Instant.ofEpochSecond(random.nextInt(1_000_000)));
    }

    private List<LineAmount> lines() {
        return List.of(new LineAmount("l1", amount()), new LineAmount("l2", amount()));
    }

    private List<Refusal> reasons() {
        return List.of(
                new Refusal("min_basket", "below_minimum", amount(), amount()),
                new Refusal("segment", "segment_missing", List.of("prime", "student"), null));
    }

    private Totals totals() {
        return new Totals(amount(), amount(), amount(), amount(), amount(), amount(), amount(), amount());
    }

    private long amount() {
        return random.nextInt(100_000);
    }

    private int several() {
        return 3 + random.nextInt(4);
    }
}
