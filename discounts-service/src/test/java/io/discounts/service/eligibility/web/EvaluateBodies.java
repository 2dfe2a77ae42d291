package io.discounts.service.eligibility.web;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Checkouts as they come, in few words. */
final class EvaluateBodies {
    private EvaluateBodies() {}

    static EvaluateBody of(@Nullable BasketBody basket) {
        return new EvaluateBody("ES", "s-1", null, null, basket, null);
    }

    static EvaluateBody of(@Nullable ItemBody... items) {
        return of(new BasketBody("EUR", Arrays.asList(items), null, null));
    }

    static ItemBody item(@Nullable String lineId) {
        return new ItemBody(lineId, "p1", null, 1, 950L);
    }

    static ItemBody item(@Nullable Integer quantity, @Nullable Long unitPrice) {
        return new ItemBody("l1", "p1", null, quantity, unitPrice);
    }

    static ItemBody item(List<@Nullable String> categories) {
        return new ItemBody("l1", "p1", categories, 1, 950L);
    }

    static ItemBody[] items(int count) {
        return IntStream.range(0, count).mapToObj(i -> item("l" + i)).toArray(ItemBody[]::new);
    }
}
