package io.discounts.service.eligibility;

import io.discounts.service.discount.OrderedSet;
import io.discounts.service.discount.Rule;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

import static java.util.Objects.requireNonNull;

/** Why a rule is not true: what it asks for and what was found. Who else a discount is for is not told. */
final class Reasons {
    private Reasons() {}

    /** None for a rule that holds; a rule may fail for more than one reason. */
    static List<Reason> of(Rule rule, Facts facts) {
        return switch (Rules.verdict(rule, facts)) {
            case TRUE -> List.of();
            case UNKNOWN -> List.of(new Reason(rule.type(), ReasonCode.UNKNOWN_FACT, required(rule), null));
            case FALSE -> ofFailed(rule, facts);
        };
    }

    private static List<Reason> ofFailed(Rule rule, Facts facts) {
        var customer = facts.customer();
        var context = facts.context();
        return switch (rule) {
            case Rule.MinBasket minimum ->
                single(
                        rule,
                        ReasonCode.BELOW_MINIMUM,
                        new Told.Quantity(basket(facts).total(minimum.of())));
            case Rule.MinQuantity minimum ->
                single(
                        rule,
                        ReasonCode.BELOW_QUANTITY,
                        new Told.Quantity(basket(facts).units(minimum.of())));
            case Rule.Segment segment -> segment(segment, requireNonNull(customer.segments()));
            case Rule.OrderCount ignored ->
                single(rule, ReasonCode.ORDER_COUNT_MISMATCH, new Told.Quantity(requireNonNull(customer.orderCount())));
            case Rule.Schedule schedule ->
                single(
                        rule,
                        ReasonCode.OUTSIDE_SCHEDULE,
                        new Told.Moment(Rules.localTime(schedule, facts), schedule.timezone()));
            case Rule.PaymentMethod ignored ->
                single(rule, ReasonCode.PAYMENT_METHOD_MISMATCH, text(context.paymentMethod()));
            case Rule.Platform ignored -> single(rule, ReasonCode.PLATFORM_MISMATCH, text(context.platform()));
            case Rule.Fulfilment ignored -> single(rule, ReasonCode.FULFILMENT_MISMATCH, text(context.fulfilment()));
            case Rule.Customer ignored -> single(rule, ReasonCode.CUSTOMER_MISMATCH, text(customer.id()));
        };
    }

    /** What the rule asks for; nothing where that would name other customers. */
    private static @Nullable Told required(Rule rule) {
        return switch (rule) {
            case Rule.MinBasket minimum -> new Told.Quantity(minimum.amount().minorUnits());
            case Rule.MinQuantity minimum -> new Told.Quantity(minimum.quantity());
            case Rule.Segment segment -> Told.Texts.of(segment.anyOf().isEmpty() ? segment.noneOf() : segment.anyOf());
            case Rule.OrderCount count -> new Told.Bounds(count.min(), count.max());
            case Rule.Schedule schedule -> new Told.Opening(schedule);
            case Rule.PaymentMethod method -> Told.Texts.of(method.anyOf());
            case Rule.Platform platform -> Told.Texts.of(platform.anyOf());
            case Rule.Fulfilment fulfilment -> Told.Texts.of(fulfilment.anyOf());
            case Rule.Customer ignored -> null;
        };
    }

    private static List<Reason> segment(Rule.Segment rule, Set<String> segments) {
        if (!Rules.isMissing(rule.anyOf(), segments)) {
            return List.of(excluded(rule, segments));
        }
        return OrderedSet.haveCommon(rule.noneOf(), segments)
                ? List.of(missing(rule, segments), excluded(rule, segments))
                : List.of(missing(rule, segments));
    }

    private static Reason missing(Rule.Segment rule, Set<String> segments) {
        return new Reason(
                rule.type(), ReasonCode.SEGMENT_MISSING, Told.Texts.of(rule.anyOf()), Told.Texts.sorted(segments));
    }

    private static Reason excluded(Rule.Segment rule, Set<String> segments) {
        var hit = rule.noneOf().stream().filter(segments::contains).toList();
        return new Reason(
                rule.type(), ReasonCode.SEGMENT_EXCLUDED, Told.Texts.of(rule.noneOf()), Told.Texts.sorted(hit));
    }

    private static List<Reason> single(Rule rule, ReasonCode code, Told actual) {
        return List.of(new Reason(rule.type(), code, required(rule), actual));
    }

    private static Basket basket(Facts facts) {
        return requireNonNull(facts.basket());
    }

    private static Told text(@Nullable String fact) {
        return new Told.Text(requireNonNull(fact));
    }
}
