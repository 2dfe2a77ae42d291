package io.discounts.service.redemption.web;

import io.discounts.service.edge.Problem;
import io.discounts.service.redemption.IdempotentWrites;
import io.discounts.service.redemption.RedemptionOutcome;
import io.discounts.service.redemption.Reply;
import io.discounts.service.redemption.WriteOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.security.Principal;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Has writes done once for each key of each caller, and answers what they come to. */
@Component
final class KeyedWrites {
    private static final int MAX_KEY = 255;

    private final IdempotentWrites writes;
    private final Replies replies;

    KeyedWrites(IdempotentWrites writes, Replies replies) {
        this.writes = writes;
        this.replies = replies;
    }

    /** Whoever asks, with the key they have sent. */
    record Sender(@Nullable String key, @Nullable Principal caller) {
        private String name() {
            return caller == null ? "" : caller.getName();
        }
    }

    /**
     * What is asked for.
     *
     * @param operation names it in metrics
     * @param path where, body and path tell one request from another
     */
    record Request(String operation, String path, Object body) {}

    /** Makes something new. */
    ResponseEntity<?> create(Sender sender, Request request, Supplier<RedemptionOutcome> work) {
        return write(sender, request, work, replies::created);
    }

    ResponseEntity<?> change(Sender sender, Request request, Supplier<RedemptionOutcome> work) {
        return write(sender, request, work, replies::of);
    }

    private ResponseEntity<?> write(
            Sender sender,
            Request request,
            Supplier<RedemptionOutcome> work,
            BiFunction<RedemptionOutcome, String, Reply> rendering) {
        var key = sender.key();
        if (key == null || !isKey(key)) {
            return Problem.of(RedemptionProblems.KEY_MISSING, "It has 1 to 255 visible ASCII characters.")
                    .toResponse();
        }
        var content = replies.content(request.path(), request.body());
        return Replies.answer(writes.write(new WriteOrder(
                request.operation(),
                sender.name(),
                key,
                content,
                work,
                outcome -> rendering.apply(outcome, request.path()))));
    }

    private static boolean isKey(String key) {
        return !key.isEmpty() && key.length() <= MAX_KEY && key.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
