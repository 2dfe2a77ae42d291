package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The need of an effect for which the prices of single units count. Other additions only help it.
 *
 * @param lack what the units that the effect acts on lack
 */
record TargetNeed(Selection target, Basket basket, Function<Units, Wanted> lack) implements EffectNeed {

    private record Way(Addition addition, Wanted wanted) {
        static final Comparator<Way> CHEAPEST = Comparator.<Way>comparingLong(
                        way -> way.wanted.amountBeyond(way.addition))
                .thenComparingLong(way -> way.wanted.unitsBeyond(way.addition));
    }

    @Override
    public List<Selection> selections() {
        return target.isEverything() ? List.of() : List.of(target);
    }

    @Override
    public EffectUse use(Predicate<Selection> matches) {
        return matches.test(target) ? EffectUse.TARGET : EffectUse.NONE;
    }

    @Override
    public boolean prepare(Additions additions) {
        return true;
    }

    @Override
    public boolean meet(Additions additions) {
        var way = cheapest(additions);
        if (way == null) {
            return false;
        }
        way.addition().holdAt(way.wanted());
        return true;
    }

    /** One kind of items meets the need, on top of what the others do. */
    private @Nullable Way cheapest(Additions additions) {
        Way cheapest = null;
        for (var kind : additions.kinds(EffectUse.TARGET)) {
            var addition = additions.to(kind);
            var way = new Way(addition, lack.apply(Units.of(unitsBeside(addition, additions))));
            var isBetter = cheapest == null || Way.CHEAPEST.compare(way, cheapest) < 0;
            cheapest = way.wanted().isAttainable() && isBetter ? way : cheapest;
        }
        return cheapest;
    }

    private List<Portion> unitsBeside(Addition excepted, Additions additions) {
        var units = new ArrayList<Portion>();
        for (var line : basket.lines()) {
            if (line.matches(target)) {
                units.add(new Portion(line.quantity(), line.unitPrice()));
            }
        }
        for (var addition : additions.of(EffectUse.TARGET)) {
            if (addition != excepted) {
                units.addAll(addition.portions());
            }
        }
        return units;
    }
}
