package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Window;
import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is wrong with a rule under the facts (rule 2): nothing when it is true. */
final class Truth {
    static final String UNKNOWN = "unknown_fact";

    private Truth() {}

    static boolean isFalse(Rule rule, Facts facts) {
        var failures = failures(rule, facts);
        return !failures.isEmpty() && !failures.contains(UNKNOWN);
    }

    static boolean isUnknown(Rule rule, Facts facts) {
        return failures(rule, facts).contains(UNKNOWN);
    }

    /** The codes of all that speaks against the rule. */
    static List<String> failures(Rule rule, Facts facts) {
        var customer = facts.customer();
        var context = facts.context();
        return switch (rule) {
            case Rule.MinBasket min -> minimum(facts.basket(), worth(facts.basket(), min), "below_minimum");
            case Rule.MinQuantity min -> minimum(facts.basket(), enough(facts.basket(), min), "below_quantity");
            case Rule.Segment segment -> segment(segment, customer.segments());
            case Rule.OrderCount count -> orderCount(count, customer.orderCount());
            case Rule.Schedule schedule -> unless(isWithin(schedule, facts), "outside_schedule");
            case Rule.PaymentMethod paid -> oneOf(paid.anyOf(), context.paymentMethod(), "payment_method_mismatch");
            case Rule.Platform on -> oneOf(on.anyOf(), context.platform(), "platform_mismatch");
            case Rule.Fulfilment by -> oneOf(by.anyOf(), context.fulfilment(), "fulfilment_mismatch");
            case Rule.Customer who -> oneOf(who.anyOf(), customer.id(), "customer_mismatch");
        };
    }

    private static List<String> minimum(@Nullable Basket basket, boolean reached, String otherwise) {
        return basket == null ? List.of(UNKNOWN) : unless(reached, otherwise);
    }

    private static boolean worth(@Nullable Basket basket, Rule.MinBasket min) {
        long sum = 0;
        for (var line : matching(basket, min.of())) {
            for (int unit = 0; unit < line.quantity(); unit++) {
                sum += line.unitPrice();
            }
        }
        return sum >= min.amount().minorUnits();
    }

    private static boolean enough(@Nullable Basket basket, Rule.MinQuantity min) {
        return matching(basket, min.of()).stream()
                        .mapToLong(Basket.Line::quantity)
                        .sum()
                >= min.quantity();
    }

    private static List<Basket.Line> matching(@Nullable Basket basket, Selection selection) {
        return basket == null
                ? List.of()
                : basket.lines().stream()
                        .filter(line -> Bill.matches(line, selection))
                        .toList();
    }

    private static List<String> segment(Rule.Segment rule, @Nullable Set<String> segments) {
        boolean asksNothing = rule.anyOf().isEmpty() && rule.noneOf().isEmpty();
        if (segments == null) {
            return unless(asksNothing, UNKNOWN);
        }
        var failures = new ArrayList<String>();
        if (!rule.anyOf().isEmpty() && Collections.disjoint(rule.anyOf(), segments)) {
            failures.add("segment_missing");
        }
        if (!Collections.disjoint(rule.noneOf(), segments)) {
            failures.add("segment_excluded");
        }
        return failures;
    }

    private static List<String> orderCount(Rule.OrderCount rule, @Nullable Integer orders) {
        if (orders == null) {
            return List.of(UNKNOWN);
        }
        boolean enough = rule.min() == null || orders >= rule.min();
        boolean few = rule.max() == null || orders <= rule.max();
        return unless(enough && few, "order_count_mismatch");
    }

    private static List<String> oneOf(Set<String> anyOf, @Nullable String fact, String otherwise) {
        return fact == null ? List.of(UNKNOWN) : unless(anyOf.contains(fact), otherwise);
    }

    private static boolean isWithin(Rule.Schedule schedule, Facts facts) {
        var local = LocalDateTime.ofInstant(facts.at(), schedule.timezone());
        var today = local.toLocalDate();
        return schedule.windows().stream()
                .anyMatch(window -> Stream.of(today.minusDays(1), today)
                        .filter(day -> window.days().contains(DayOfWeek.from(day)))
                        .anyMatch(day -> occurs(window, day, local)));
    }

    /** Whether the moment lies in the window's occurrence that starts on that day. */
    private static boolean occurs(Window window, LocalDate day, LocalDateTime moment) {
        boolean runsIntoNextDay = !window.until().isAfter(window.from());
        var start = day.atTime(window.from());
        var end = (runsIntoNextDay ? day.plusDays(1) : day).atTime(window.until());
        return !moment.isBefore(start) && moment.isBefore(end);
    }

    private static List<String> unless(boolean holds, String code) {
        return holds ? List.of() : List.of(code);
    }
}
