package io.discounts.sdk.internal.evidence;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.report.CallCount;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/** Calls by operation, stage, source and reason. */
final class CallCounts {
    private static final Kind NONE = new Kind(Operation.SEARCH, Stage.LOCAL, null, Reason.DEFAULT);

    /** There are no more kinds than the enums' values make. */
    private final Counts<Kind> counts = new Counts<>(Integer.MAX_VALUE, NONE);

    void add(AnsweredCall call) {
        var failure = call.remoteFailure();
        var reason = failure == null ? call.route().reason() : failure.reason();
        counts.add(new Kind(call.operation(), call.route().stage(), call.source(), reason));
    }

    /** By operation, the most frequent first. */
    List<CallCount> list() {
        return counts.list(Kind::times).stream()
                .sorted(Comparator.comparing(CallCount::operation))
                .toList();
    }

    private record Kind(
            Operation operation, Stage stage, @Nullable Source source, Reason reason) {
        CallCount times(long calls) {
            return new CallCount(operation, stage, source, reason, calls);
        }
    }
}
