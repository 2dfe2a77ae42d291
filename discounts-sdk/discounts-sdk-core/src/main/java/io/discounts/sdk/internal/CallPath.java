package io.discounts.sdk.internal;

import io.discounts.sdk.Answer;
import io.discounts.sdk.Call;
import io.discounts.sdk.Cancellation;
import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.Routes;

/** The way of every call: route, sides in the order of its stage, and whoever is told of it afterwards. */
public final class CallPath {
    private final Routes routes;
    private final Sides sides;
    private final ClientOptions options;
    private final Ticking time;
    private final Mirror mirror;
    private final Observers observers;

    public CallPath(
            Routes routes, Sides sides, ClientOptions options, Ticking time, Mirror mirror, Observers observers) {
        this.routes = routes;
        this.sides = sides;
        this.options = options;
        this.time = time;
        this.mirror = mirror;
        this.observers = observers;
    }

    /** A call that begins now, whenever it is run. */
    <A> Underway<A> begin(Asked<A> asked, Call call, Cancellation cancellation) {
        var budget = call.budget() == null ? options.budget() : call.budget();
        return new Underway<>(asked, call.priority(), sides, time, Budget.of(budget, options, time), cancellation);
    }

    <A> Answer<A> run(Underway<A> underway) {
        var asked = underway.asked();
        var route = effective(asked, routes.route(asked.operation(), asked.key()));
        try {
            var answer = underway.answer(Course.of(asked, route, sides.local() != null), route);
            observers.answered(underway.answered(route, answer.source()));
            mirror(underway, answer);
            return answer;
        } catch (DiscountsException neither) {
            observers.answered(underway.answered(route, null));
            throw neither;
        }
    }

    private Route effective(Asked<?> asked, Route route) {
        if (route.reason() == Reason.KILL_SWITCH) {
            return route;
        }
        var stage = sides.local() == null ? Stage.REMOTE_ONLY : route.stage();
        return new Route(stage, asked.path() == null ? route.reason() : Reason.PATH);
    }

    private <A> void mirror(Underway<A> underway, Answer<A> answer) {
        var asked = underway.asked();
        var local = sides.local();
        if (asked.path() != null || local == null || !isToBeMirrored(answer)) {
            return;
        }
        var took = underway.sideTook(answer.path());
        mirror.mirror(new MirroredCall<>(
                asked.operation(),
                asked.key(),
                asked.request(),
                answer.path(),
                answer.value(),
                took,
                time.wall().instant().minus(took),
                local,
                sides.remote().shadow()));
    }

    /** Not if the side that was to answer has failed: there is nothing to compare. */
    private static boolean isToBeMirrored(Answer<?> answer) {
        return answer.failure() == null
                && answer.reason() != Reason.KILL_SWITCH
                && (answer.stage() == Stage.SHADOW || answer.stage() == Stage.VERIFY);
    }
}
