package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Selection;
import io.discounts.service.eligibility.pricing.Basket;

import java.util.List;
import java.util.function.Predicate;

/**
 * The need of an offer with a trigger: more units unlocked than there are unlockable ones too cheap to save anything, and
 * one that is not. Cheap unlockable units come first, so adding some may spoil an offer that saves something.
 */
final class TriggerNeed implements EffectNeed {
    private final Effect.BuyXGetY offer;
    private final Selection trigger;
    private final Selection target;
    private final long leastPrice;
    private final EffectUse unlockable;
    private long triggers;
    private long cheap;
    private boolean hasDear;

    TriggerNeed(Effect.BuyXGetY offer, Selection trigger, Selection target, Basket basket) {
        this.offer = offer;
        this.trigger = trigger;
        this.target = target;
        this.leastPrice = Units.leastPrice(offer.percent());
        for (var line : basket.lines()) {
            count(line);
        }
        this.unlockable = hasDear ? EffectUse.UNLOCKED : EffectUse.TARGET;
    }

    @Override
    public List<Selection> selections() {
        return target.isEverything() ? List.of(trigger) : List.of(trigger, target);
    }

    @Override
    public EffectUse use(Predicate<Selection> matches) {
        if (matches.test(trigger)) {
            return EffectUse.TRIGGER;
        }
        return matches.test(target) ? unlockable : EffectUse.NONE;
    }

    @Override
    public boolean prepare(Additions additions) {
        long groups = Math.ceilDiv(cheap + 1, offer.get());
        long missing = groups * offer.buy() - triggers;
        return (offer.maxGroups() == null || groups <= offer.maxGroups())
                && (missing <= 0 || additions.hold(EffectUse.TRIGGER, missing, 0))
                && (hasDear || additions.hold(unlockable, 1, leastPrice));
    }

    /** As many unlockable units may be cheap as are unlocked, but for one; of those added, the others must be dear. */
    @Override
    public boolean meet(Additions additions) {
        var added = additions.of(unlockable);
        long mayBeCheap = unlocked(additions) - 1 - cheap;
        long tooCheap = added.stream()
                        .mapToLong(addition -> addition.units() - affordable(addition))
                        .sum()
                - mayBeCheap;
        for (var addition : added) {
            long more = Math.clamp(tooCheap, 0, addition.units() - affordable(addition));
            if (more > 0 && addition.kind().count() > 0) {
                addition.holdAt(Wanted.units(addition.units(), affordable(addition) + more, leastPrice));
            } else {
                addition.raiseTo(Wanted.units(addition.units(), affordable(addition) + more, leastPrice));
            }
            tooCheap -= more;
        }
        return true;
    }

    /** How many of its units are dear without being worth more together. */
    private long affordable(Addition addition) {
        return Math.min(addition.units(), addition.amount() / leastPrice);
    }

    private long unlocked(Additions additions) {
        long whole = triggers(additions) / offer.buy();
        return offer.get() * (offer.maxGroups() == null ? whole : Math.min(whole, offer.maxGroups()));
    }

    private void count(Basket.Line line) {
        if (line.matches(trigger)) {
            triggers += line.quantity();
        } else if (line.matches(target) && line.unitPrice() < leastPrice) {
            cheap += line.quantity();
        } else if (line.matches(target)) {
            hasDear = true;
        }
    }

    private long triggers(Additions additions) {
        return triggers
                + additions.of(EffectUse.TRIGGER).stream()
                        .mapToLong(Addition::units)
                        .sum();
    }
}
