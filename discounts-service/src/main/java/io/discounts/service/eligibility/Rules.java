package io.discounts.service.eligibility;

import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.Set;

/** What each rule means. A new rule is a new case here and in {@link Reasons}; the compiler asks for both. */
final class Rules {
    private Rules() {}

    static Verdict verdict(Rule rule, Facts facts) {
        var customer = facts.customer();
        var context = facts.context();
        return switch (rule) {
            case Rule.MinBasket minimum -> minBasket(minimum, facts.basket());
            case Rule.MinQuantity minimum -> minQuantity(minimum, facts.basket());
            case Rule.Segment segment -> segment(segment, customer.segments());
            case Rule.OrderCount count -> orderCount(count, customer.orderCount());
            case Rule.Schedule schedule -> schedule(schedule, facts);
            case Rule.PaymentMethod method -> among(method.anyOf(), context.paymentMethod());
            case Rule.Platform platform -> among(platform.anyOf(), context.platform());
            case Rule.Fulfilment fulfilment -> among(fulfilment.anyOf(), context.fulfilment());
            case Rule.Customer named -> among(named.anyOf(), customer.id());
        };
    }

    /** Whether the rule compares money, which it cannot do with a basket of another currency than the discount's. */
    static boolean comparesMoney(Rule rule) {
        return rule instanceof Rule.MinBasket;
    }

    static LocalDateTime localTime(Rule.Schedule schedule, Facts facts) {
        return EvenTime.in(schedule.timezone(), facts.at()).local(facts.at());
    }

    static boolean isMissing(Set<String> anyOf, Set<String> segments) {
        return !anyOf.isEmpty() && !OrderedSet.haveCommon(anyOf, segments);
    }

    private static Verdict minBasket(Rule.MinBasket rule, @Nullable Basket basket) {
        return basket == null
                ? Verdict.UNKNOWN
                : Verdict.of(basket.total(rule.of()) >= rule.amount().minorUnits());
    }

    private static Verdict minQuantity(Rule.MinQuantity rule, @Nullable Basket basket) {
        return basket == null ? Verdict.UNKNOWN : Verdict.of(basket.units(rule.of()) >= rule.quantity());
    }

    private static Verdict segment(Rule.Segment rule, @Nullable Set<String> segments) {
        if (rule.anyOf().isEmpty() && rule.noneOf().isEmpty()) {
            return Verdict.TRUE;
        }
        return segments == null
                ? Verdict.UNKNOWN
                : Verdict.of(!isMissing(rule.anyOf(), segments) && !OrderedSet.haveCommon(rule.noneOf(), segments));
    }

    private static Verdict orderCount(Rule.OrderCount rule, @Nullable Integer count) {
        if (count == null) {
            return Verdict.UNKNOWN;
        }
        var enough = rule.min() == null || count >= rule.min();
        var notTooMany = rule.max() == null || count <= rule.max();
        return Verdict.of(enough && notTooMany);
    }

    private static Verdict schedule(Rule.Schedule rule, Facts facts) {
        var local = localTime(rule, facts);
        for (var window : rule.windows()) {
            if (window.contains(local)) {
                return Verdict.TRUE;
            }
        }
        return Verdict.FALSE;
    }

    private static Verdict among(Set<String> anyOf, @Nullable String fact) {
        return fact == null ? Verdict.UNKNOWN : Verdict.of(anyOf.contains(fact));
    }
}
