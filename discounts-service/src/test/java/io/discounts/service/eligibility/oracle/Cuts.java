package io.discounts.service.eligibility.oracle;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.oracle.Bill.Unit;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static java.math.BigInteger.ZERO;

/** What a discount takes off a bill at each position (rules 3 to 5). */
final class Cuts {
    private static final Comparator<Unit> DEAREST_FIRST =
            Comparator.comparing(Unit::price).reversed().thenComparing(Unit::position);
    private static final Comparator<Unit> CHEAPEST_FIRST_FROM_THE_END = Comparator.comparing(Unit::price)
            .thenComparing(Comparator.comparing(Unit::position).reversed());

    private Cuts() {}

    static List<BigInteger> of(Discount discount, Bill bill) {
        var target = discount.target();
        return switch (discount.effect()) {
            case Effect.PercentageOff off -> capped(percentageOff(off, target, bill), off.maxAmount());
            case Effect.AmountOff off ->
                off.per() == Effect.Per.UNIT ? amountOffEachUnit(off, target, bill) : amountOff(off, target, bill);
            case Effect.FixedPrice price -> capped(fixedPrice(price, target, bill), price.maxAmount());
            case Effect.BuyXGetY some -> capped(buyXGetY(some, target, bill), some.maxAmount());
            case Effect.BundlePrice bundle -> capped(bundlePrice(bundle, target, bill), bundle.maxAmount());
        };
    }

    private static List<BigInteger> percentageOff(Effect.PercentageOff off, Target target, Bill bill) {
        var base = bill.pricesOf(target);
        return Shares.allocate(Shares.percentOf(Shares.sum(base), off.percent().toDecimal()), base);
    }

    private static List<BigInteger> amountOff(Effect.AmountOff off, Target target, Bill bill) {
        var base = bill.pricesOf(target);
        return Shares.allocate(amount(off.amount()).min(Shares.sum(base)), base);
    }

    private static List<BigInteger> amountOffEachUnit(Effect.AmountOff off, Target target, Bill bill) {
        var cut = bill.nothing();
        for (var unit : bill.unitsAt(bill.positionsOf(target))) {
            add(cut, unit, amount(off.amount()).min(unit.price()));
        }
        return cut;
    }

    private static List<BigInteger> fixedPrice(Effect.FixedPrice price, Target target, Bill bill) {
        var cut = bill.nothing();
        for (var unit : bill.unitsAt(bill.positionsOf(target))) {
            add(cut, unit, unit.price().subtract(amount(price.amount())).max(ZERO));
        }
        return cut;
    }

    private static List<BigInteger> buyXGetY(Effect.BuyXGetY some, Target target, Bill bill) {
        var cut = bill.nothing();
        var trigger = some.trigger();
        var reduced = trigger == null ? lastOfEachGroup(some, target, bill) : unlocked(some, trigger, target, bill);
        for (var unit : reduced) {
            add(cut, unit, Shares.percentOf(unit.price(), some.percent().toDecimal()));
        }
        return cut;
    }

    private static List<Unit> lastOfEachGroup(Effect.BuyXGetY some, Target target, Bill bill) {
        var groups =
                wholeGroups(bill.unitsAt(bill.positionsOf(target)), (long) some.buy() + some.get(), some.maxGroups());
        return groups.stream()
                .flatMap(group -> group.subList(some.buy(), group.size()).stream())
                .toList();
    }

    private static List<Unit> unlocked(Effect.BuyXGetY some, Selection trigger, Target target, Bill bill) {
        var triggering = bill.positionsOf(trigger);
        long groups = bill.unitsAt(triggering).size() / some.buy();
        var others = bill.positionsOf(target).stream()
                .filter(position -> !triggering.contains(position))
                .toList();
        return bill.unitsAt(others).stream()
                .sorted(CHEAPEST_FIRST_FROM_THE_END)
                .limit(atMost(some.maxGroups(), groups) * some.get())
                .toList();
    }

    private static List<BigInteger> bundlePrice(Effect.BundlePrice bundle, Target target, Bill bill) {
        var cut = bill.nothing();
        for (var group : wholeGroups(bill.unitsAt(bill.positionsOf(target)), bundle.quantity(), bundle.maxGroups())) {
            var prices = bill.nothing();
            group.forEach(unit -> add(prices, unit, unit.price()));
            var saving = Shares.sum(prices).subtract(amount(bundle.amount())).max(ZERO);
            addAll(cut, Shares.allocate(saving, prices));
        }
        return cut;
    }

    private static List<List<Unit>> wholeGroups(List<Unit> units, long size, @Nullable Integer maxGroups) {
        var sorted = units.stream().sorted(DEAREST_FIRST).toList();
        var groups = new ArrayList<List<Unit>>();
        for (int group = 0; group < atMost(maxGroups, sorted.size() / size); group++) {
            int from = Math.toIntExact(group * size);
            groups.add(sorted.subList(from, Math.toIntExact(from + size)));
        }
        return groups;
    }

    private static long atMost(@Nullable Integer maxGroups, long groups) {
        return maxGroups == null ? groups : Math.min(maxGroups, groups);
    }

    /** A cap is allocated last, over the amounts found without it. */
    private static List<BigInteger> capped(List<BigInteger> cut, @Nullable Money maxAmount) {
        return maxAmount == null ? cut : Shares.allocate(amount(maxAmount).min(Shares.sum(cut)), cut);
    }

    private static BigInteger amount(Money money) {
        return BigInteger.valueOf(money.minorUnits());
    }

    private static void add(List<BigInteger> amounts, Unit unit, BigInteger amount) {
        amounts.set(unit.position(), amounts.get(unit.position()).add(amount));
    }

    private static void addAll(List<BigInteger> amounts, List<BigInteger> more) {
        for (int position = 0; position < more.size(); position++) {
            amounts.set(position, amounts.get(position).add(more.get(position)));
        }
    }
}
