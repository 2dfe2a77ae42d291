package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.Held;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIf;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.http.HttpDsl.http;

/**
 * Customers who look at a store, have their basket evaluated, hold what is applied and confirm it, or in one of five cases give
 * it back. Who is refused or turned away goes.
 *
 * @param evaluations of baskets, as bodies
 * @param visitors whose visit comes of one
 * @param begun tells checkouts of this simulation from all others
 */
record CheckoutScenario(
        Recording recording, List<String> evaluations, Function<String, CheckoutVisit> visitors, String begun) {
    private static final String BASKET = "basket";
    private static final String VISIT = "visit";
    private static final String CALL = "call";
    private static final String BODY = "answer";

    ChainBuilder during(Phase phase) {
        return exec(feed(listFeeder(evaluations.stream()
                                .map(evaluation -> Map.<String, Object>of(BASKET, evaluation))
                                .toList())
                        .circular()))
                .exec(session -> session.set(VISIT, visitors.apply(Objects.requireNonNull(session.getString(BASKET)))))
                .exec(asked(phase, CheckoutStep.SEARCH, "/v1/discounts/search"))
                .exec(asked(phase, CheckoutStep.EVALUATE, "/v1/discounts/evaluate"))
                .exec(this::withHold)
                .exec(exitHereIf(session -> !session.contains(CALL)))
                .exec(called(phase, CheckoutStep.HOLD))
                .doIfOrElse(session -> CheckoutVisit.isGivenBack(session.userId()))
                .then(exec(session -> session.set(CALL, CheckoutCall.release(key(session, "r"), held(session))))
                        .exec(called(phase, CheckoutStep.RELEASE)))
                .orElse(exec(session -> session.set(CALL, CheckoutCall.confirm(key(session, "c"), held(session))))
                        .exec(called(phase, CheckoutStep.CONFIRM)));
    }

    private ChainBuilder asked(Phase phase, CheckoutStep step, String path) {
        return sent(phase, step, http(step.during(phase)).post(path).body(StringBody(session -> {
            var visit = visit(session);
            return step == CheckoutStep.SEARCH ? visit.search() : visit.evaluate();
        })));
    }

    private ChainBuilder called(Phase phase, CheckoutStep step) {
        return sent(
                phase,
                step,
                http(step.during(phase))
                        .post(session -> call(session).path())
                        .header("Idempotency-Key", session -> call(session).key())
                        .body(StringBody(session -> call(session).body())));
    }

    private ChainBuilder sent(Phase phase, CheckoutStep step, HttpRequestActionBuilder request) {
        var priority = Map.of(Asking.PRIORITY, Asking.CHECKOUT.key());
        return recording
                .sent(
                        request.headers(priority).check(bodyString().saveAs(BODY)),
                        step.during(phase),
                        Asking.CHECKOUT.during(phase))
                .exec(exitHereIf(session -> !Recording.isAnswered(session)));
    }

    private Session withHold(Session session) {
        return visit(session)
                .hold(key(session, "h"), answer(session))
                .map(hold -> session.set(CALL, hold))
                .orElse(session);
    }

    private String key(Session session, String step) {
        return "%s-%d-%s".formatted(begun, session.userId(), step);
    }

    private static Held held(Session session) {
        return new CheckoutAnswer(201, answer(session), false, Duration.ZERO).held();
    }

    private static String answer(Session session) {
        return Objects.requireNonNull(session.getString(BODY));
    }

    private static CheckoutVisit visit(Session session) {
        return Objects.requireNonNull(session.<CheckoutVisit>get(VISIT));
    }

    private static CheckoutCall call(Session session) {
        return Objects.requireNonNull(session.<CheckoutCall>get(CALL));
    }
}
