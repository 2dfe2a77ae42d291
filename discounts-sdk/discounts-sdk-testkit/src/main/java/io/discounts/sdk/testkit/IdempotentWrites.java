package io.discounts.sdk.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Answers a write that comes again with what it was answered before. For use by many threads. */
final class IdempotentWrites {
    private record Written(String what, Response response) {}

    private final Map<String, Written> written = new HashMap<>();

    synchronized Response once(RecordedRequest request, Supplier<Response> write) {
        var key = request.idempotencyKey();
        if (key == null) {
            return Response.problem(400, "invalid-request");
        }
        var what = request.path() + " " + request.body();
        var before = written.computeIfAbsent(key, first -> new Written(what, write.get()));
        return before.what.equals(what) ? before.response : Response.problem(422, "idempotency-key-reused");
    }
}
