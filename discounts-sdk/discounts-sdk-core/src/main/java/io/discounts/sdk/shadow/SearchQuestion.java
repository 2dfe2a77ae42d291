package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A search. Listed discounts do not depend on each other. */
record SearchQuestion(SearchRequest request) implements Question<SearchAnswer> {
    private static final Pattern OF_ONE_DISCOUNT =
            Pattern.compile("(?:/stores/[^/]+/discountIds|/discounts)/([^/:]+):[^/]+.*");

    @Override
    public Question<SearchAnswer> asOf(Instant moment) {
        return request.at() != null
                ? this
                : new SearchQuestion(new SearchRequest(
                        request.region(), request.storeIds(), request.customer(), request.context(), moment));
    }

    @Override
    public SearchAnswer ask(DiscountsBackend side, BackendCall call) {
        return side.search(request, call);
    }

    @Override
    public Node node(SearchAnswer answer, AnswerNodes nodes) {
        return nodes.of(answer);
    }

    @Override
    public boolean areSame(SearchAnswer control, SearchAnswer candidate) {
        return control.stores().equals(candidate.stores())
                && control.discounts().equals(candidate.discounts());
    }

    @Override
    public Map<String, Instant> watermarks(SearchAnswer answer) {
        return answer.watermarks();
    }

    @Override
    public boolean isStale(SearchAnswer answer) {
        return answer.stale();
    }

    @Override
    public Set<String> concerned(Mismatch mismatch, SearchAnswer control, SearchAnswer candidate) {
        var one = OF_ONE_DISCOUNT.matcher(mismatch.pointer());
        return one.matches()
                ? Set.of(one.group(1))
                : Stream.of(control, candidate)
                        .flatMap(answer -> answer.discounts().values().stream())
                        .map(discount -> discount.provider())
                        .collect(Collectors.toSet());
    }
}
