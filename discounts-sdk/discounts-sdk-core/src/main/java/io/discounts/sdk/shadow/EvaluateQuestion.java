package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.model.AppliedDiscount;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.NotAppliedDiscount;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An evaluation. Every candidate may decide whether any other is applied. */
record EvaluateQuestion(EvaluateRequest request) implements Question<EvaluateAnswer> {
    @Override
    public Question<EvaluateAnswer> asOf(Instant moment) {
        return request.at() != null
                ? this
                : new EvaluateQuestion(new EvaluateRequest(
                        request.region(),
                        request.storeId(),
                        request.customer(),
                        request.context(),
                        request.basket(),
                        moment));
    }

    @Override
    public EvaluateAnswer ask(DiscountsBackend side, BackendCall call) {
        return side.evaluate(request, call);
    }

    @Override
    public Node node(EvaluateAnswer answer, AnswerNodes nodes) {
        return nodes.of(answer);
    }

    @Override
    public boolean areSame(EvaluateAnswer control, EvaluateAnswer candidate) {
        return control.applied().equals(candidate.applied())
                && control.totals().equals(candidate.totals())
                && control.notApplied().equals(candidate.notApplied());
    }

    @Override
    public Map<String, Instant> watermarks(EvaluateAnswer answer) {
        return answer.watermarks();
    }

    @Override
    public boolean isStale(EvaluateAnswer answer) {
        return answer.stale();
    }

    @Override
    public Set<String> concerned(Mismatch mismatch, EvaluateAnswer control, EvaluateAnswer candidate) {
        return Stream.of(control, candidate)
                .flatMap(answer -> Stream.concat(
                        answer.applied().stream().map(AppliedDiscount::discountId),
                        answer.notApplied().stream().map(NotAppliedDiscount::discountId)))
                .map(id -> id.substring(0, Math.max(0, id.indexOf(':'))))
                .filter(provider -> !provider.isEmpty())
                .collect(Collectors.toSet());
    }
}
