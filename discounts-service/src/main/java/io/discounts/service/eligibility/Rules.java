package io.discounts.service.eligibility;

import io.discounts.service.discount.Rule;
import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.util.Set;

import static io.discounts.service.eligibility.Verdict.UNKNOWN;

/** What each rule means. A new rule is a new case here; the compiler asks for it. */
final class Rules {
    private Rules() {}

    static Verdict verdict(Rule rule, Facts facts) {
        var customer = facts.customer();
        var context = facts.context();
        return switch (rule) {
            case Rule.MinBasket ignored -> UNKNOWN;
            case Rule.MinQuantity ignored -> UNKNOWN;
            case Rule.Segment segment -> segment(segment, customer.segments());
            case Rule.OrderCount count -> orderCount(count, customer.orderCount());
            case Rule.Schedule schedule -> schedule(schedule, facts);
            case Rule.PaymentMethod method ->
                among(method.anyOf(), context.paymentMethod(), ReasonCode.PAYMENT_METHOD_MISMATCH);
            case Rule.Platform platform -> among(platform.anyOf(), context.platform(), ReasonCode.PLATFORM_MISMATCH);
            case Rule.Fulfilment fulfilment ->
                among(fulfilment.anyOf(), context.fulfilment(), ReasonCode.FULFILMENT_MISMATCH);
            case Rule.Customer named -> among(named.anyOf(), customer.id(), ReasonCode.CUSTOMER_MISMATCH);
        };
    }

    private static Verdict segment(Rule.Segment rule, @Nullable Set<String> segments) {
        if (rule.anyOf().isEmpty() && rule.noneOf().isEmpty()) {
            return Verdict.TRUE;
        }
        if (segments == null) {
            return UNKNOWN;
        }
        if (!rule.anyOf().isEmpty() && rule.anyOf().stream().noneMatch(segments::contains)) {
            return ReasonCode.SEGMENT_MISSING.verdict();
        }
        return Verdict.because(rule.noneOf().stream().noneMatch(segments::contains), ReasonCode.SEGMENT_EXCLUDED);
    }

    private static Verdict orderCount(Rule.OrderCount rule, @Nullable Integer count) {
        if (count == null) {
            return UNKNOWN;
        }
        var enough = rule.min() == null || count >= rule.min();
        var notTooMany = rule.max() == null || count <= rule.max();
        return Verdict.because(enough && notTooMany, ReasonCode.ORDER_COUNT_MISMATCH);
    }

    private static Verdict schedule(Rule.Schedule rule, Facts facts) {
        var local = LocalDateTime.ofInstant(facts.at(), rule.timezone());
        return Verdict.because(
                rule.windows().stream().anyMatch(window -> window.contains(local)), ReasonCode.OUTSIDE_SCHEDULE);
    }

    private static Verdict among(Set<String> anyOf, @Nullable String fact, ReasonCode otherwise) {
        return fact == null ? UNKNOWN : Verdict.because(anyOf.contains(fact), otherwise);
    }
}
