package io.discounts.sdk.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Holds two answers to a question against each other. Safe for use by many threads. */
final class Comparer {
    private final ComparisonOptions options;
    private final AnswerNodes nodes;

    Comparer(ComparisonOptions options, CustomerIds customers) {
        this.options = options;
        this.nodes = new AnswerNodes(customers);
    }

    /** How they differ, as many mismatches as are told of one call. */
    <A> List<Mismatch> compare(Question<A> question, A control, A candidate) {
        return compare(question, control, candidate, any -> true);
    }

    /** The same, of these places. */
    <A> List<Mismatch> compare(Question<A> question, A control, A candidate, Predicate<Mismatch> wanted) {
        if (question.areSame(control, candidate)) {
            return List.of();
        }
        var found = new ArrayList<Mismatch>();
        Differences.between(question.node(control, nodes), question.node(candidate, nodes), options, mismatch -> {
            if (found.size() < options.maxMismatches() && wanted.test(mismatch)) {
                found.add(mismatch);
            }
        });
        return found;
    }
}
