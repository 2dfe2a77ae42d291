package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.reads.LightConnection.Reply;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * The customers of {@link CheckoutScenario}, by a {@link LightAsker}. Safe for use by any thread.
 *
 * @param evaluations of baskets, as bodies
 * @param asked a body as it is sent this time
 * @param begun tells checkouts of this load from all others
 * @param visits there have been
 */
record LightCheckout(
        LightAsker asker, List<String> evaluations, UnaryOperator<String> asked, String begun, AtomicLong visits) {
    private static final Map<String, String> PRIORITY = Map.of(Asking.PRIORITY, Asking.CHECKOUT.key());

    LightCheckout(LightAsker asker, List<String> evaluations, UnaryOperator<String> asked, String begun) {
        this(asker, List.copyOf(evaluations), asked, begun, new AtomicLong());
    }

    /** One of them, from the first to the last that is answered. */
    void visit(Phase phase) {
        var number = visits.getAndIncrement();
        var visit = CheckoutVisit.of(asked.apply(evaluations.get((int) (number % evaluations.size()))));
        answered(phase, CheckoutStep.SEARCH, post("/v1/discounts/search", visit.search(), PRIORITY))
                .flatMap(found -> answered(
                        phase, CheckoutStep.EVALUATE, post("/v1/discounts/evaluate", visit.evaluate(), PRIORITY)))
                .flatMap(evaluated -> visit.hold(key(number, "h"), evaluated.body()))
                .flatMap(hold -> called(phase, CheckoutStep.HOLD, hold))
                .ifPresent(held -> end(phase, number, held));
    }

    private void end(Phase phase, long number, Reply answer) {
        var held = new CheckoutAnswer(answer.status(), answer.body(), false, Duration.ZERO).held();
        if (CheckoutVisit.isGivenBack(number)) {
            called(phase, CheckoutStep.RELEASE, CheckoutCall.release(key(number, "r"), held));
        } else {
            called(phase, CheckoutStep.CONFIRM, CheckoutCall.confirm(key(number, "c"), held));
        }
    }

    private Optional<Reply> called(Phase phase, CheckoutStep step, CheckoutCall call) {
        var headers = Map.of(Asking.PRIORITY, Asking.CHECKOUT.key(), "Idempotency-Key", call.key());
        return answered(phase, step, post(call.path(), call.body(), headers));
    }

    private Optional<Reply> answered(Phase phase, CheckoutStep step, byte[] request) {
        var reply = asker.read(request, step.during(phase), Asking.CHECKOUT.during(phase));
        return Optional.of(reply).filter(LightCheckout::isDone);
    }

    private static boolean isDone(Reply reply) {
        return reply.status() / 100 == 2;
    }

    private byte[] post(String path, String body, Map<String, String> headers) {
        return LightClient.post(asker.server().resolve(path), body, headers);
    }

    private String key(long number, String step) {
        return "%s-%d-%s".formatted(begun, number, step);
    }
}
