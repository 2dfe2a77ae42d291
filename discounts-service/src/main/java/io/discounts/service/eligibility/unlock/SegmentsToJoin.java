package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Rule;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fewest segments that satisfy all segment rules of a discount at once. */
final class SegmentsToJoin {
    /** With more lists to satisfy there is no unlock: finding the fewest segments takes exponentially long. */
    static final int MOST_LISTS = 10;

    private final List<Set<String>> lists = new ArrayList<>(1);
    private final Set<String> forbidden = new LinkedHashSet<>();
    private boolean asked;

    private record Step(int satisfied, List<String> joined) {
        Step and(String segment, int satisfiedByIt) {
            var more = new ArrayList<>(joined);
            more.add(segment);
            return new Step(satisfied | satisfiedByIt, more);
        }
    }

    /**
     * Empty: the rules hold; absent: no segments satisfy them.
     *
     * @param segments the customer's, or absent if unknown
     */
    static @Nullable List<FactChange> of(List<Rule> rules, @Nullable Set<String> segments) {
        SegmentsToJoin toJoin = null;
        for (var rule : rules) {
            if (rule instanceof Rule.Segment segment) {
                toJoin = toJoin == null ? new SegmentsToJoin() : toJoin;
                toJoin.ask(segment, segments == null ? Set.of() : segments);
            }
        }
        return toJoin == null ? List.of() : toJoin.changes(segments);
    }

    private void ask(Rule.Segment rule, Set<String> segments) {
        asked |= !rule.anyOf().isEmpty() || !rule.noneOf().isEmpty();
        forbidden.addAll(rule.noneOf());
        if (!rule.anyOf().isEmpty() && !OrderedSet.haveCommon(rule.anyOf(), segments)) {
            lists.add(rule.anyOf());
        }
    }

    private @Nullable List<FactChange> changes(@Nullable Set<String> segments) {
        if (segments != null && !Collections.disjoint(forbidden, segments)) {
            return null;
        }
        if (lists.isEmpty()) {
            return segments == null && asked ? List.of(new FactChange.TellSegments(forbidden)) : List.of();
        }
        if (lists.size() == 1) {
            return joinOneOf(lists.getFirst());
        }
        return lists.size() > MOST_LISTS ? null : join();
    }

    /** What {@link #join} finds where there is a single list, as there nearly always is. */
    private @Nullable List<FactChange> joinOneOf(Set<String> list) {
        for (var segment : list) {
            if (!forbidden.contains(segment)) {
                return List.of(new FactChange.JoinSegment(segment));
            }
        }
        return null;
    }

    /** By the number of segments joined, and in the provider's order: the first way found is the one to tell. */
    private @Nullable List<FactChange> join() {
        int all = (1 << lists.size()) - 1;
        var seen = new HashSet<Integer>();
        var steps = new ArrayDeque<Step>();
        steps.add(new Step(0, List.of()));
        while (!steps.isEmpty()) {
            var step = steps.remove();
            if (step.satisfied() == all) {
                return step.joined().stream()
                        .<FactChange>map(FactChange.JoinSegment::new)
                        .toList();
            }
            for (var segment : lists.get(Integer.numberOfTrailingZeros(~step.satisfied()))) {
                var next = step.and(segment, satisfiedBy(segment));
                if (!forbidden.contains(segment) && seen.add(next.satisfied())) {
                    steps.add(next);
                }
            }
        }
        return null;
    }

    private int satisfiedBy(String segment) {
        int satisfied = 0;
        for (int i = 0; i < lists.size(); i++) {
            satisfied |= lists.get(i).contains(segment) ? 1 << i : 0;
        }
        return satisfied;
    }
}
