package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import io.discounts.service.eligibility.pricing.Basket;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** The cheapest items that a basket lacks for a discount's rules to hold and for its effect to save something. */
final class ItemsToAdd {
    private ItemsToAdd() {}

    /** Empty: it lacks none; absent: whatever is added, the discount cannot apply. */
    static @Nullable List<FactChange.AddItems> of(Discount discount, Basket basket, boolean savesNothing) {
        var needs = new BasketNeeds(discount, basket);
        return switch (discount.target()) {
            case Target.Fee ignored -> savesNothing ? null : toMeet(needs, EffectNeed.NONE, basket);
            case Target.Items items ->
                savesNothing || !needs.isEmpty()
                        ? toMeet(needs, need(discount.effect(), items.selection(), savesNothing, needs, basket), basket)
                        : List.of();
        };
    }

    /** What sums can tell becomes one more of the basket's needs. A new effect is a new case here. */
    private static EffectNeed need(
            Effect effect, Selection target, boolean savesNothing, BasketNeeds needs, Basket basket) {
        if (effect instanceof Effect.BuyXGetY offer && offer.trigger() != null) {
            return new TriggerNeed(offer, offer.trigger(), target, basket);
        }
        if (!savesNothing) {
            return EffectNeed.NONE;
        }
        return switch (effect) {
            case Effect.PercentageOff off -> {
                needs.needWorth(target, Units.leastPrice(off.percent()));
                yield EffectNeed.NONE;
            }
            case Effect.AmountOff ignored -> {
                needs.needWorth(target, 1);
                yield EffectNeed.NONE;
            }
            case Effect.FixedPrice price -> new TargetNeed(target, basket, units -> units.lack(price));
            case Effect.BuyXGetY offer -> new TargetNeed(target, basket, units -> units.lack(offer));
            case Effect.BundlePrice bundle -> new TargetNeed(target, basket, units -> units.lack(bundle));
        };
    }

    private static @Nullable List<FactChange.AddItems> toMeet(BasketNeeds needs, EffectNeed effect, Basket basket) {
        if (effect == EffectNeed.NONE && needs.isAtMostOne()) {
            return toMeet(needs.all(), basket);
        }
        var named = needs.named();
        if (named.size() > ItemKinds.MOST_NEEDS) {
            return null;
        }
        var additions = new Additions(basket, named, ItemKinds.of(named, effect));
        if (!effect.prepare(additions) || !meetBoth(needs, effect, additions)) {
            return null;
        }
        // Each counts what the other added: what that made superfluous is given back, what it took along is added anew.
        return meetBoth(needs, effect, additions) && additions.areRealizable() ? additions.toChanges() : null;
    }

    /** What the long way comes to where nothing else has to be met by the same items, as it nearly always does not. */
    private static @Nullable List<FactChange.AddItems> toMeet(List<Need> atMostOne, Basket basket) {
        if (atMostOne.isEmpty()) {
            return List.of();
        }
        var addition = Addition.toMeet(atMostOne.getFirst());
        return Additions.areRealizable(List.of(addition), basket) ? List.of(addition.toChange()) : null;
    }

    /** What may be of whichever items comes last, for all else counts for it. */
    private static boolean meetBoth(BasketNeeds needs, EffectNeed effect, Additions additions) {
        additions.meetNeeds();
        var anything = needs.ofAnything();
        if (!anything.isNothing() && !effect.meet(additions)) {
            return false;
        }
        additions.meetNeedOfAnything(anything);
        return effect.meet(additions);
    }
}
