package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.Facts;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What has to become of all facts but the basket. A new rule is a new case here. */
final class FactsToChange {
    private final Facts facts;
    private final List<Set<String>> paymentMethods = new ArrayList<>(0);
    private final List<Set<String>> platforms = new ArrayList<>(0);
    private final List<Set<String>> fulfilments = new ArrayList<>(0);
    private final List<FactChange> changes = new ArrayList<>(2);
    private @Nullable Integer fewestOrders;
    private @Nullable Integer mostOrders;
    private boolean possible = true;

    private FactsToChange(Facts facts) {
        this.facts = facts;
    }

    /** Empty: none has to change; absent: no change of facts satisfies all rules. */
    static @Nullable List<FactChange> of(Discount discount, Facts facts) {
        var toChange = new FactsToChange(facts);
        for (var rule : discount.rules()) {
            toChange.ask(rule);
        }
        return toChange.all(discount);
    }

    private void ask(Rule rule) {
        switch (rule) {
            case Rule.PaymentMethod method -> paymentMethods.add(method.anyOf());
            case Rule.Platform platform -> platforms.add(platform.anyOf());
            case Rule.Fulfilment fulfilment -> fulfilments.add(fulfilment.anyOf());
            case Rule.OrderCount count -> {
                fewestOrders =
                        fewestOrders == null ? least(count) : Integer.valueOf(Math.max(fewestOrders, least(count)));
                mostOrders = lesser(mostOrders, count.max());
            }
            case Rule.Customer named ->
                possible &= named.anyOf().contains(facts.customer().id());
            case Rule.Segment ignored -> {}
            case Rule.Schedule ignored -> {}
            case Rule.MinBasket ignored -> {}
            case Rule.MinQuantity ignored -> {}
        }
    }

    private @Nullable List<FactChange> all(Discount discount) {
        var customer = facts.customer();
        var context = facts.context();
        add(SegmentsToJoin.of(discount.rules(), customer.segments()));
        add(choice(paymentMethods, context.paymentMethod(), FactChange.PayWith::new));
        add(choice(platforms, context.platform(), FactChange.OrderOn::new));
        add(choice(fulfilments, context.fulfilment(), FactChange.ReceiveBy::new));
        add(orders(customer.orderCount()));
        add(NextOpening.of(discount, facts.at()));
        if (discount.limits().perCustomer() != null && customer.id() == null) {
            changes.add(new FactChange.IdentifyCustomer());
        }
        return possible ? changes : null;
    }

    private void add(@Nullable List<FactChange> more) {
        if (more == null) {
            possible = false;
        } else {
            changes.addAll(more);
        }
    }

    /** A value that every rule allows, the first in the provider's order. */
    private static @Nullable List<FactChange> choice(
            List<Set<String>> allowed, @Nullable String current, Function<String, FactChange> change) {
        if (allowed.isEmpty() || (current != null && allAllow(current, allowed))) {
            return List.of();
        }
        for (var value : allowed.getFirst()) {
            if (allAllow(value, allowed)) {
                return List.of(change.apply(value));
            }
        }
        return null;
    }

    private static boolean allAllow(String value, List<Set<String>> allowed) {
        for (var values : allowed) {
            if (!values.contains(value)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable List<FactChange> orders(@Nullable Integer count) {
        if (fewestOrders == null) {
            return List.of();
        }
        int placed = count == null ? 0 : count;
        int required = Math.max(placed, fewestOrders);
        if (mostOrders != null && required > mostOrders) {
            return null;
        }
        if (required > placed) {
            return List.of(new FactChange.OrderMore(required - placed));
        }
        return count == null ? List.of(new FactChange.TellOrderCount(mostOrders)) : List.of();
    }

    private static int least(Rule.OrderCount count) {
        return count.min() == null ? 0 : count.min();
    }

    private static @Nullable Integer lesser(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Integer.valueOf(Math.min(one, other));
    }
}
