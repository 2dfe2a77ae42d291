package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.edge.Answer;
import io.discounts.service.edge.Shortcut;
import io.discounts.service.edge.Validated;
import io.discounts.service.eligibility.EligibilityEvaluator;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Answers searches, whichever way they came. */
@Component
final class Searching implements Shortcut {
    static final String PATH = "/v1/discounts/search";

    private final DiscountCatalog catalog;
    private final WatermarksJson watermarks;
    private final EligibilityEvaluator evaluator;
    private final Clock clock;

    Searching(DiscountCatalog catalog, WatermarksJson watermarks, EligibilityEvaluator evaluator, Clock clock) {
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
        return PlainBodies.search(body).flatMap(plain -> switch (read(plain)) {
            case Validated.Valid<SearchRequest> valid -> Optional.of(answer(valid.value(), patience));
            case Validated.Invalid<SearchRequest> ignored -> Optional.empty();
        });
    }

    Validated<SearchRequest> read(SearchBody body) {
        return SearchRequest.of(body, clock.instant());
    }

    Answer answer(SearchRequest request, Duration patience) {
        return switch (catalog.candidates(
                request.region(), request.storeIds(), request.facts().at(), patience)) {
            case CandidateLookup.Found found ->
                new Answer.Json(SearchAnswerJson.write(evaluator.search(found, request.facts()), watermarks.current()));
            case CandidateLookup.Unavailable unavailable -> new Answer.Unavailable(unavailable.reason());
        };
    }
}
