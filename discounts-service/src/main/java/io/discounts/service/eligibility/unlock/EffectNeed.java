package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;

import java.util.List;
import java.util.function.Predicate;

/** What an effect needs of the basket to save something, beyond what sums can tell. */
interface EffectNeed {
    EffectNeed NONE = new EffectNeed() {
        @Override
        public List<Selection> selections() {
            return List.of();
        }

        @Override
        public EffectUse use(Predicate<Selection> matches) {
            return EffectUse.NONE;
        }

        @Override
        public boolean prepare(Additions additions) {
            return true;
        }

        @Override
        public boolean meet(Additions additions) {
            return true;
        }
    };

    /** Those that tell what the effect makes of an item. */
    List<Selection> selections();

    /**
     * What the effect makes of an item.
     *
     * @param matches whether a selection matches the item
     */
    EffectUse use(Predicate<Selection> matches);

    /** Adds what is needed whatever the rules need, so that it counts for them; false if nothing can meet the need. */
    boolean prepare(Additions additions);

    /** Adds what is needed beyond what is added already, or nothing; false if nothing can meet the need. */
    boolean meet(Additions additions);
}
