package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.CandidateLookup;
import io.discounts.service.edge.Validated;
import io.discounts.service.eligibility.EligibilityEvaluator;
import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;

/** Asks the service a vector's question: its request is read from the wire, its answer written to the wire. */
final class VectorRun {
    /** Every vector says for which moment it is decided, so this one must not matter. */
    private static final Instant NOW = Instant.parse("2001-01-01T00:00:00Z");

    private final DecisionVector vector;
    private final EligibilityEvaluator evaluator;

    private VectorRun(DecisionVector vector) {
        this.vector = vector;
        this.evaluator = new EligibilityEvaluator(new VectorAvailability(vector.availability()));
    }

    /** The answer without what a vector does not tell. */
    static JsonNode answer(DecisionVector vector) {
        var run = new VectorRun(vector);
        var answer = VectorFile.JSON.readTree(
                switch (vector.operation()) {
                    case EVALUATE -> run.evaluate();
                    case SEARCH -> run.search();
                });
        return answer.asObject().without(List.of("watermarks", "stale"));
    }

    private byte[] evaluate() {
        var request = valid(EvaluateRequest.of(VectorFile.JSON.treeToValue(vector.request(), EvaluateBody.class), NOW));
        var store = new VectorCatalog(request.region(), vector).candidates(request.storeId());
        var evaluation = evaluator.evaluate(store, request.facts(), request.basket());
        return EvaluationJson.write(evaluation, request.basket(), "{}", false).toByteArray();
    }

    private byte[] search() {
        var request = valid(SearchRequest.of(VectorFile.JSON.treeToValue(vector.request(), SearchBody.class), NOW));
        var catalog = new VectorCatalog(request.region(), vector);
        var stores = request.storeIds().stream().map(catalog::candidates).toList();
        var answer = evaluator.search(new CandidateLookup.Found(stores, false), request.facts());
        return SearchAnswerJson.write(answer, "{}").toByteArray();
    }

    private <T> T valid(Validated<T> read) {
        return switch (read) {
            case Validated.Valid<T> valid -> valid.value();
            case Validated.Invalid<T> invalid -> throw new IllegalArgumentException(vector + ": " + invalid);
        };
    }
}
