package io.discounts.service.eligibility.unlock;

import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** What the facts are once a change is made. */
final class ChangedFacts {
    /** Stands for whoever will be known. */
    private static final String SOMEBODY = "somebody";

    private ChangedFacts() {}

    static Facts of(FactChange change, Facts facts) {
        var customer = facts.customer();
        var context = facts.context();
        return switch (change) {
            case FactChange.AddItems add -> with(basket(facts.basket()).with(add), facts);
            case FactChange.JoinSegment join -> withSegments(joined(customer.segments(), join.segment()), facts);
            case FactChange.TellSegments ignored -> withSegments(Set.of(), facts);
            case FactChange.PayWith pay ->
                with(new Facts.Context(context.platform(), context.fulfilment(), pay.paymentMethod()), facts);
            case FactChange.OrderOn order ->
                with(new Facts.Context(order.platform(), context.fulfilment(), context.paymentMethod()), facts);
            case FactChange.ReceiveBy receive ->
                with(new Facts.Context(context.platform(), receive.fulfilment(), context.paymentMethod()), facts);
            case FactChange.OrderMore more ->
                withOrders((customer.orderCount() == null ? 0 : customer.orderCount()) + more.orders(), facts);
            case FactChange.TellOrderCount ignored -> withOrders(0, facts);
            case FactChange.OrderAt order -> new Facts(customer, context, facts.basket(), order.at());
            case FactChange.IdentifyCustomer ignored ->
                with(new Facts.Customer(SOMEBODY, customer.segments(), customer.orderCount()), facts);
        };
    }

    private static FilledBasket basket(@Nullable Basket basket) {
        return new FilledBasket(Objects.requireNonNull(basket, "there is a basket to add to"));
    }

    private static Set<String> joined(@Nullable Set<String> segments, String segment) {
        var joined = new HashSet<>(segments == null ? Set.of() : segments);
        joined.add(segment);
        return joined;
    }

    private static Facts with(Basket basket, Facts facts) {
        return new Facts(facts.customer(), facts.context(), basket, facts.at());
    }

    private static Facts with(Facts.Context context, Facts facts) {
        return new Facts(facts.customer(), context, facts.basket(), facts.at());
    }

    private static Facts with(Facts.Customer customer, Facts facts) {
        return new Facts(customer, facts.context(), facts.basket(), facts.at());
    }

    private static Facts withSegments(Set<String> segments, Facts facts) {
        return with(
                new Facts.Customer(
                        facts.customer().id(), segments, facts.customer().orderCount()),
                facts);
    }

    private static Facts withOrders(int count, Facts facts) {
        return with(new Facts.Customer(facts.customer().id(), facts.customer().segments(), count), facts);
    }
}
