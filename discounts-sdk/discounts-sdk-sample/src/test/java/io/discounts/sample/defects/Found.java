package io.discounts.sample.defects;

import io.discounts.sample.search.Defect;
import io.discounts.sdk.Operation;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.MismatchKind;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A class of mismatches, as a report tells it.
 *
 * @param place a field, or one of the very places behind it
 */
record Found(Operation operation, MismatchKind kind, String place) {
    /** All that a defect of the search shows. */
    static Set<Found> of(Defect defect) {
        return switch (defect) {
            case ROUNDING ->
                evaluations(
                        MismatchKind.VALUE,
                        "/applied/{id}/amount",
                        "/applied/{id}/lines/{id}/amount",
                        "/totals/itemsDiscount",
                        "/totals/discount",
                        "/totals/total");
            case MISSING_STORE ->
                all(List.of(
                        searches(MismatchKind.EXTRA, "/stores/{id}", "/discounts/{id}"),
                        evaluations(MismatchKind.EXTRA, "/applied/{id}"),
                        evaluations(MismatchKind.VALUE, "/totals/itemsDiscount", "/totals/discount", "/totals/total")));
            case EXPIRED_SHOWN ->
                all(List.of(
                        searches(MismatchKind.MISSING, "/stores/{id}/discountIds/{id}", "/discounts/{id}"),
                        evaluations(MismatchKind.MISSING, "/applied/{id}"),
                        // What was taken off before leaves less to take off.
                        of(Defect.ROUNDING)));
        };
    }

    /** The very places at which it shows, however much lag there is around them. */
    static Set<Found> signsOf(Defect defect) {
        return switch (defect) {
            case ROUNDING -> evaluations(MismatchKind.VALUE, "/applied/marketing-campaigns:2006/amount");
            case MISSING_STORE ->
                all(List.of(
                        searches(MismatchKind.EXTRA, "/stores/ad-4"),
                        evaluations(MismatchKind.EXTRA, "/applied/marketing-campaigns:2004")));
            case EXPIRED_SHOWN ->
                all(List.of(
                        searches(MismatchKind.MISSING, "/stores/ad-1/discountIds/marketing-campaigns:2005"),
                        evaluations(MismatchKind.MISSING, "/applied/marketing-campaigns:2005")));
        };
    }

    static Set<Found> of(Set<Defect> defects) {
        return defects.stream().flatMap(defect -> of(defect).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** With the very places of the examples. */
    static Set<Found> placesIn(Report report, Verdict verdict) {
        return report.mismatches().stream()
                .filter(mismatch -> mismatch.verdict() == verdict)
                .flatMap(mismatch -> mismatch.examples().stream()
                        .map(example -> new Found(mismatch.operation(), mismatch.kind(), example.pointer())))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<Found> in(Report report, Verdict verdict) {
        return report.mismatches().stream()
                .filter(mismatch -> mismatch.verdict() == verdict)
                .map(Found::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Found of(MismatchClass mismatch) {
        return new Found(mismatch.operation(), mismatch.kind(), mismatch.field());
    }

    private static Set<Found> searches(MismatchKind kind, String... fields) {
        return found(Operation.SEARCH, kind, fields);
    }

    private static Set<Found> evaluations(MismatchKind kind, String... fields) {
        return found(Operation.EVALUATE, kind, fields);
    }

    private static Set<Found> found(Operation operation, MismatchKind kind, String... fields) {
        return Arrays.stream(fields)
                .map(field -> new Found(operation, kind, field))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Found> all(List<Set<Found>> parts) {
        return parts.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
