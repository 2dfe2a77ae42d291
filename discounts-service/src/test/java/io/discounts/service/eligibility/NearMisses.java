package io.discounts.service.eligibility;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.Window;
import io.discounts.service.discount.fixtures.DiscountFixtures;
import io.discounts.service.eligibility.pricing.Basket;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;

import static io.discounts.service.discount.fixtures.ArbitraryValues.orAbsent;

/** Small baskets, discounts and facts out of the same few names, so that they often meet and often miss by little. */
final class NearMisses {
    /** A few hours before Madrid's clocks go back. */
    private static final Instant AUTUMN_NIGHT = Instant.parse("2026-10-24T20:00:00Z");

    private NearMisses() {}

    static Arbitrary<Basket> baskets() {
        return Combinators.combine(lines(false).list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(0L, 1L, 290L))
                .as((lines, fee) -> basket(lines, new Money(fee)));
    }

    /** Lines as somebody might add them, of one name each. */
    static Arbitrary<List<Basket.Line>> additions() {
        return lines(true).list().ofMinSize(1).ofMaxSize(3);
    }

    static Basket with(Basket basket, List<Basket.Line> added) {
        var lines = new ArrayList<>(basket.lines());
        lines.addAll(added);
        return basket(lines, basket.deliveryFee());
    }

    /** Discounts that look at the basket alone. */
    static Arbitrary<Discount> basketDiscounts() {
        return Combinators.combine(effects(), targets(), minimums().list().ofMaxSize(3))
                .filter((effect, target, rules) -> effect.canActOn(target))
                .as((effect, target, rules) -> DiscountFixtures.aDiscount()
                        .effect(effect)
                        .target(target)
                        .rules(rules.toArray(Rule[]::new))
                        .validFrom("2026-01-01T00:00:00Z")
                        .build());
    }

    /** Discounts that ask for every kind of fact. */
    static Arbitrary<Discount> discounts() {
        return Combinators.combine(
                        basketDiscounts(), factRules().list().ofMaxSize(4), limits(), Arbitraries.of(1, 7, 60))
                .as((discount, rules, limits, days) -> {
                    var all = new ArrayList<>(discount.rules());
                    all.addAll(rules);
                    return DiscountFixtures.aDiscount()
                            .effect(discount.effect())
                            .target(discount.target())
                            .rules(all.toArray(Rule[]::new))
                            .limits(limits)
                            .validFrom("2026-01-01T00:00:00Z")
                            .validUntil(AUTUMN_NIGHT.plusSeconds(days * 86_400L).toString())
                            .build();
                });
    }

    static Arbitrary<Facts> facts() {
        var customers = Combinators.combine(
                        orAbsent(Arbitraries.of("c-1", "c-2")),
                        orAbsent(segments(0)),
                        orAbsent(Arbitraries.integers().between(0, 4)))
                .as(Facts.Customer::new);
        var contexts = Combinators.combine(orAbsent(values()), orAbsent(values()), orAbsent(values()))
                .as(Facts.Context::new);
        var moments =
                Arbitraries.integers().between(0, 600).map(minutes -> AUTUMN_NIGHT.plusSeconds(60L * minutes + 7));
        return Combinators.combine(customers, contexts, moments)
                .as((customer, context, at) -> new Facts(customer, context, null, at));
    }

    static Arbitrary<Rule.Schedule> schedules() {
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(3);
        var times = Arbitraries.of("00:00", "01:30", "02:00", "02:30", "03:00", "12:15", "23:30")
                .map(LocalTime::parse);
        var windows = Combinators.combine(days, times, times).as(Window::new);
        var zones = Arbitraries.of("Europe/Madrid", "America/Santiago", "Australia/Lord_Howe", "UTC")
                .map(ZoneId::of);
        return Combinators.combine(zones, windows.list().ofMinSize(1).ofMaxSize(2))
                .as(Rule.Schedule::new);
    }

    static Arbitrary<Set<String>> segments(int least) {
        return Arbitraries.of("s1", "s2", "s3", "s4").set().ofMinSize(least).ofMaxSize(3);
    }

    private static Basket basket(List<Basket.Line> lines, Money deliveryFee) {
        var numbered = new ArrayList<Basket.Line>();
        for (var line : lines) {
            numbered.add(new Basket.Line(
                    "l" + numbered.size(), line.productId(), line.categories(), line.quantity(), line.unitPrice()));
        }
        return new Basket(Currency.getInstance("EUR"), numbered, deliveryFee, new Money(0));
    }

    private static Arbitrary<Basket.Line> lines(boolean ofOneName) {
        var categories = Arbitraries.of("a", "b", "c").set().ofMaxSize(ofOneName ? 0 : 2);
        var names = Combinators.combine(Arbitraries.of("p1", "p2", "other"), categories);
        var single = Arbitraries.of("a", "b", "c");
        var quantities = Arbitraries.integers().between(1, 3);
        var prices = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.longs().between(0, 3)),
                Tuple.of(3, Arbitraries.longs().between(4, 120)));
        var byProduct = Combinators.combine(
                        names.as((id, of) -> new Basket.Line("l", id, of, 1, 0)), quantities, prices)
                .as((line, quantity, price) ->
                        new Basket.Line("l", line.productId(), line.categories(), quantity, price));
        var byCategory = Combinators.combine(single, quantities, prices)
                .as((category, quantity, price) -> new Basket.Line("l", "other", Set.of(category), quantity, price));
        return Arbitraries.oneOf(byProduct, byCategory);
    }

    private static Arbitrary<Selection> selections() {
        var named = Combinators.combine(
                        Arbitraries.of("p1", "p2").set().ofMaxSize(1),
                        Arbitraries.of("a", "b", "c").set().ofMaxSize(2))
                .as(Selection::new);
        return Arbitraries.oneOf(Arbitraries.just(Selection.EVERYTHING), named);
    }

    private static Arbitrary<Target> targets() {
        Arbitrary<Target> items = selections().map(Target.Items::new);
        return Arbitraries.frequencyOf(Tuple.of(6, items), Tuple.of(1, Arbitraries.of(Target.Fee.class)));
    }

    private static Arbitrary<Effect> effects() {
        var percents = Arbitraries.of(1, 30, 50_00, 100_00).map(Percent::new);
        var caps = orAbsent(Arbitraries.of(1L, 50L).map(Money::new));
        var counts = Arbitraries.integers().between(1, 3);
        var groups = orAbsent(Arbitraries.integers().between(1, 2));
        var amounts = Arbitraries.longs().between(1, 250).map(Money::new);
        var triggers = orAbsent(selections().filter(selection -> !selection.isEverything()));
        return Arbitraries.oneOf(
                Combinators.combine(percents, caps).as(Effect.PercentageOff::new),
                Combinators.combine(amounts, Arbitraries.of(Effect.Per.class)).as(Effect.AmountOff::new),
                Combinators.combine(amounts, caps).as(Effect.FixedPrice::new),
                Combinators.combine(counts, counts, percents, triggers, groups, caps)
                        .as(Effect.BuyXGetY::new),
                Combinators.combine(counts, amounts, groups, caps).as(Effect.BundlePrice::new));
    }

    private static Arbitrary<Rule> minimums() {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs().between(1, 600).map(Money::new), selections())
                        .as(Rule.MinBasket::new),
                Combinators.combine(Arbitraries.integers().between(1, 9), selections())
                        .as(Rule.MinQuantity::new));
    }

    private static Arbitrary<Rule> factRules() {
        var anyOf = values().set().ofMinSize(1).ofMaxSize(2);
        var bounds = Arbitraries.integers().between(0, 6);
        return Arbitraries.oneOf(
                Combinators.combine(segments(0), segments(0)).as(Rule.Segment::new),
                anyOf.map(Rule.PaymentMethod::new),
                anyOf.map(Rule.Platform::new),
                anyOf.map(Rule.Fulfilment::new),
                Arbitraries.oneOf(
                        bounds.map(min -> new Rule.OrderCount(min, null)),
                        bounds.map(max -> new Rule.OrderCount(null, max))),
                Arbitraries.of("c-1", "c-2").set().ofMinSize(1).map(Rule.Customer::new),
                schedules().map(schedule -> schedule));
    }

    private static Arbitrary<Limits> limits() {
        var perCustomer = orAbsent(Arbitraries.just(1L));
        var budgets = orAbsent(Arbitraries.of(1L, 40L, 5_000L).map(Money::new));
        return Combinators.combine(perCustomer, budgets).as((each, budget) -> new Limits(null, each, budget, false));
    }

    private static Arbitrary<String> values() {
        return Arbitraries.of("x", "y", "z");
    }
}
