package io.discounts.service.eligibility.web;

import io.discounts.service.discount.Rule;
import io.discounts.service.edge.JsonBytes;
import io.discounts.service.eligibility.Explanation.Conclusion;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** Writes what the customer is told in the end, told by its {@code outcome}. */
final class ConclusionJson {
    private final JsonBytes json;
    private final @Nullable Basket basket;

    /** @param basket the one that was evaluated, if one was */
    ConclusionJson(JsonBytes json, @Nullable Basket basket) {
        this.json = json;
        this.basket = basket;
    }

    void write(Conclusion conclusion) {
        json.beginObject();
        switch (conclusion) {
            case Conclusion.Listed listed -> listed(listed);
            case Conclusion.LeftOut ignored -> outcome("left_out");
            case Conclusion.Applied applied -> applied(applied);
            case Conclusion.NotApplied notApplied -> notApplied(notApplied);
            case Conclusion.NoCandidate ignored -> outcome("no_candidate");
        }
        json.endObject();
    }

    private void outcome(String outcome) {
        json.property("outcome", outcome);
    }

    private void listed(Conclusion.Listed listed) {
        outcome("listed");
        strings("conditions", listed.conditions().stream().map(Rule::type).toList());
    }

    private void applied(Conclusion.Applied applied) {
        outcome("applied");
        new EvaluationJson(json, Objects.requireNonNull(basket)).savingOf(applied.applied());
        strings("combination", applied.combination());
    }

    private void notApplied(Conclusion.NotApplied notApplied) {
        outcome("not_applied");
        new EvaluationJson(json, Objects.requireNonNull(basket)).reasonsOf(notApplied.notApplied());
        strings("combination", notApplied.combination());
    }

    private void strings(String name, List<String> values) {
        json.beginArray(name);
        values.forEach(json::value);
        json.endArray();
    }
}
