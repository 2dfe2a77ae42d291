package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.edge.Answer;
import io.discounts.service.edge.JsonBytes;
import io.discounts.service.edge.Shortcut;
import io.discounts.service.edge.Validated;
import io.discounts.service.eligibility.EligibilityEvaluator;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Answers checkouts, whichever way they came. */
@Component
final class Evaluating implements Shortcut {
    static final String PATH = "/v1/discounts/evaluate";

    private final DiscountCatalog catalog;
    private final WatermarksJson watermarks;
    private final EligibilityEvaluator evaluator;
    private final Clock clock;

    Evaluating(DiscountCatalog catalog, WatermarksJson watermarks, EligibilityEvaluator evaluator, Clock clock) {
        this.catalog = catalog;
        this.watermarks = watermarks;
        this.evaluator = evaluator;
        this.clock = clock;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<Answer> answer(byte[] body, Duration patience) {
        return PlainBodies.evaluate(body).flatMap(plain -> switch (read(plain)) {
            case Validated.Valid<EvaluateRequest> valid -> Optional.of(answer(valid.value(), patience));
            case Validated.Invalid<EvaluateRequest> ignored -> Optional.empty();
        });
    }

    Validated<EvaluateRequest> read(EvaluateBody body) {
        return EvaluateRequest.of(body, clock.instant());
    }

    Answer answer(EvaluateRequest request, Duration patience) {
        return switch (catalog.candidates(request.region(), List.of(request.storeId()), request.at(), patience)) {
            case CandidateLookup.Found found -> new Answer.Json(decide(request, found));
            case CandidateLookup.Unavailable unavailable -> new Answer.Unavailable(unavailable.reason());
        };
    }

    private JsonBytes decide(EvaluateRequest request, CandidateLookup.Found found) {
        var store = found.stores().getFirst();
        var evaluation = evaluator.evaluate(store, request.facts(), request.basket());
        return EvaluationJson.write(evaluation, request.basket(), watermarks.current(), found.stale());
    }
}
