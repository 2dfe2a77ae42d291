package io.discounts.sample.shop;

import io.discounts.sample.search.Offers;
import io.discounts.sdk.Answer;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Path;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.Redemption;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.RedemptionOutcome.Done;
import io.discounts.sdk.model.RedemptionOutcome.Refused;
import io.discounts.sdk.model.RedemptionStatus;
import io.discounts.sdk.model.ReleaseRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A checkout evaluates the basket, holds what it is about to use, and confirms it when the order is paid. The key of each write is
 * made of the checkout's id, so that whatever is sent twice is done once. Safe for use by many threads.
 */
@Component
class Checkouts {
    private final DiscountsClient discounts;
    private final Map<String, Redemption> holds = new ConcurrentHashMap<>();

    Checkouts(DiscountsClient discounts) {
        this.discounts = discounts;
    }

    Priced price(String customer, Cart cart) {
        return Priced.of(evaluate(customer, cart));
    }

    Begun begin(String customer, Cart cart) {
        var evaluated = evaluate(customer, cart);
        var id = "ck-" + UUID.randomUUID();
        var held = evaluated.value().applied().isEmpty() ? null : hold(id, customer, evaluated);
        return new Begun(id, Priced.of(evaluated), held == null ? null : held.path());
    }

    Moved pay(String id) {
        return moved(
                id,
                hold -> discounts.confirm(new ConfirmRequest(
                        hold.path(), id + "-pay", hold.redemptionId(), hold.fencingToken(), "o-" + id)));
    }

    Moved abandon(String id) {
        return moved(
                id,
                hold -> discounts.release(
                        new ReleaseRequest(hold.path(), id + "-abandon", hold.redemptionId(), hold.fencingToken())));
    }

    Moved cancel(String id) {
        return moved(
                id,
                hold -> discounts.cancel(
                        new CancelRequest(hold.path(), id + "-cancel", hold.redemptionId(), hold.fencingToken())));
    }

    private Answer<EvaluateAnswer> evaluate(String customer, Cart cart) {
        return discounts.evaluate(new EvaluateRequest(
                Offers.REGION,
                cart.store().id(),
                new Customer(customer, null, null),
                Context.UNKNOWN,
                cart.basket(),
                null));
    }

    /** On the path of the evaluation, or the discounts might not be known there. */
    private Redemption hold(String id, String customer, Answer<EvaluateAnswer> evaluated) {
        var wanted = evaluated.value().applied().stream()
                .map(applied -> new HeldDiscount(applied.discountId(), applied.amount()))
                .toList();
        var answer = discounts.hold(new HoldRequest(
                evaluated.path(), id + "-hold", Offers.REGION, customer, id, wanted, HoldRequest.DEFAULT_HOLD));
        var redemption = done(answer.value());
        holds.put(id, redemption);
        return redemption;
    }

    private Moved moved(String id, Function<Redemption, Answer<RedemptionOutcome>> move) {
        var hold = holds.get(id);
        if (hold == null) {
            throw new NotThereException("checkout with held discounts", id);
        }
        var answer = move.apply(hold);
        var redemption = done(answer.value());
        return new Moved(id, redemption.status(), redemption.path(), Told.by(answer));
    }

    private static Redemption done(RedemptionOutcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new RefusedException(refused);
        }
        return ((Done) outcome).redemption();
    }

    /** A basket with its price, in cents. */
    record Priced(
            long items, long discount, long total, List<Used> discounts, List<String> notApplied, Told answeredBy) {
        static Priced of(Answer<EvaluateAnswer> evaluated) {
            var answer = evaluated.value();
            return new Priced(
                    answer.totals().items(),
                    answer.totals().discount(),
                    answer.totals().total(),
                    answer.applied().stream()
                            .map(applied -> new Used(applied.discountId(), applied.amount()))
                            .toList(),
                    answer.notApplied().stream()
                            .map(not -> not.discountId() + ": "
                                    + not.reasons().get(0).code())
                            .toList(),
                    Told.by(evaluated));
        }
    }

    record Used(String id, long amount) {}

    /** A checkout that waits for its payment; held nowhere where there is nothing to hold. */
    record Begun(String checkout, Priced priced, @Nullable Path heldBy) {}

    record Moved(String checkout, RedemptionStatus status, Path heldBy, Told answeredBy) {}
}
