package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.shadow.Comparison;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.Mismatch;
import io.discounts.sdk.shadow.MismatchKind;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Mismatches by class, with their latest examples. Told on threads of the shadow, so that no caller waits. */
final class Mismatches {
    private static final String OTHER = "other";
    /** Of a pointer or a value that is shown; a whole answer in it would be of no use to a reader. */
    private static final int LONGEST = 240;

    private final ReportOptions options;
    private final Pseudonyms pseudonyms;
    private final Map<Kind, Examples> byKind = new ConcurrentHashMap<>();

    Mismatches(ReportOptions options, Pseudonyms pseudonyms) {
        this.options = options;
        this.pseudonyms = pseudonyms;
    }

    void add(ComparedCall call, Comparison.Mismatched found) {
        var counted = new HashSet<Kind>();
        for (var mismatch : found.mismatches()) {
            var kind = kept(Kind.of(call, found.verdict(), mismatch, pseudonyms));
            var examples = byKind.computeIfAbsent(kind, absent -> new Examples(options.examples()));
            examples.add(example(call, mismatch), counted.add(kind));
        }
    }

    /** The gravest first, then the most frequent. */
    List<MismatchClass> list() {
        return byKind.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .sorted(Comparator.comparingInt((MismatchClass each) -> gravity(each.verdict()))
                        .thenComparing(
                                Comparator.comparingLong(MismatchClass::calls).reversed())
                        .thenComparing(MismatchClass::field))
                .toList();
    }

    private Kind kept(Kind kind) {
        return byKind.containsKey(kind) || byKind.size() < options.mismatches() ? kind : kind.elsewhere();
    }

    private MismatchClass.Example example(ComparedCall call, Mismatch mismatch) {
        var customer = call.key().customerId();
        return new MismatchClass.Example(
                call.calledAt(),
                call.key().region(),
                customer == null ? null : pseudonyms.of(customer),
                shown(customer, mismatch.pointer()),
                mismatch.control() == null ? null : shown(customer, mismatch.control()),
                mismatch.candidate() == null ? null : shown(customer, mismatch.candidate()));
    }

    private String shown(@Nullable String customer, String text) {
        var hidden = pseudonyms.without(customer, text);
        return hidden.length() <= LONGEST ? hidden : hidden.substring(0, LONGEST - 1) + "…";
    }

    private static int gravity(Verdict verdict) {
        return switch (verdict) {
            case DEFECT -> 0;
            case UNDECIDED -> 1;
            case LAG -> 2;
            case NOISE -> 3;
        };
    }

    /** What mismatches of one class have in common. */
    private record Kind(Operation operation, Verdict verdict, MismatchKind kind, String field) {
        static Kind of(ComparedCall call, Verdict verdict, Mismatch mismatch, Pseudonyms pseudonyms) {
            var field = pseudonyms.without(call.key().customerId(), mismatch.field());
            return new Kind(call.operation(), verdict, mismatch.kind(), field);
        }

        Kind elsewhere() {
            return new Kind(operation, verdict, kind, OTHER);
        }

        MismatchClass with(Examples examples) {
            return new MismatchClass(operation, verdict, kind, field, examples.calls(), examples.newestFirst());
        }
    }
}
