package io.discounts.service.eligibility.unlock;

import io.discounts.service.eligibility.pricing.Basket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What to add to a basket, kind by kind. Loops where streams would do: each refused discount of each checkout comes here. Not safe for use by several
 * threads.
 */
final class Additions {
    private static final Comparator<ItemKind> MOST_USEFUL = Comparator.comparing(
                    (ItemKind kind) -> kind.use().isHarmless())
            .thenComparingInt(ItemKind::count)
            .thenComparing(ItemKind::use);

    private final Basket basket;
    private final List<Need> needs;
    private final List<ItemKind> kinds;
    private final List<Addition> additions = new ArrayList<>(2);

    Additions(Basket basket, List<Need> needs, List<ItemKind> kinds) {
        this.basket = basket;
        this.needs = needs;
        this.kinds = kinds;
    }

    /** Meets the needs that name items: what one need adds counts for every other that it matches. */
    void meetNeeds() {
        for (int i = 0; i < needs.size(); i++) {
            int position = i;
            var need = needs.get(i);
            long units = Math.max(0, need.units() - sum(position, Addition::units));
            long amount = Math.max(0, need.amount() - sum(position, Addition::amount));
            if (units > 0 || amount > 0) {
                to(mostUseful(position)).grow(units, amount);
            }
        }
        if (additions.size() > 1) {
            for (var addition : additions.reversed()) {
                if (addition.kind().count() > 0) {
                    giveBack(addition);
                }
            }
        }
    }

    /** What the others add counts. */
    void meetNeedOfAnything(Need need) {
        long units = need.units() - sum(Addition::units);
        long amount = need.amount() - sum(Addition::amount);
        var rest = to(kinds.getLast());
        rest.grow(Math.max(0, units), Math.max(0, amount));
        rest.giveBackAmount(-amount);
        rest.giveBackUnits(-units);
    }

    /** Adds what an effect needs for itself, of the kind that meets most other needs; false if there is no such kind. */
    boolean hold(EffectUse use, long units, long amount) {
        var kinds = kinds(use);
        if (!kinds.isEmpty()) {
            to(mostUseful(kinds)).hold(units, amount);
        }
        return !kinds.isEmpty();
    }

    /** Of the kinds that the effect uses so, in their order. */
    List<ItemKind> kinds(EffectUse use) {
        var used = new ArrayList<ItemKind>(2);
        for (var kind : kinds) {
            if (kind.use() == use) {
                used.add(kind);
            }
        }
        return used;
    }

    /** Those of one use that add anything. */
    List<Addition> of(EffectUse use) {
        var used = new ArrayList<Addition>(2);
        for (var addition : additions) {
            if (addition.kind().use() == use && !addition.isNothing()) {
                used.add(addition);
            }
        }
        return used;
    }

    /** The one of that kind, which may be nothing yet. */
    Addition to(ItemKind kind) {
        for (var addition : additions) {
            if (addition.kind().equals(kind)) {
                return addition;
            }
        }
        var addition = new Addition(kind);
        additions.add(addition);
        return addition;
    }

    boolean areRealizable() {
        return areRealizable(additions, basket);
    }

    static boolean areRealizable(List<Addition> additions, Basket basket) {
        long lines = basket.lines().size();
        for (var addition : additions) {
            if (!addition.isRealizable()) {
                return false;
            }
            for (var portion : addition.portions()) {
                lines += portion.lines();
            }
        }
        return lines <= Basket.MAX_LINES;
    }

    List<FactChange.AddItems> toChanges() {
        var changes = new ArrayList<FactChange.AddItems>(additions.size());
        for (var addition : additions) {
            if (!addition.isNothing()) {
                changes.add(addition.toChange());
            }
        }
        return changes;
    }

    private ItemKind mostUseful(int need) {
        var meeting = new ArrayList<ItemKind>(2);
        for (var kind : kinds) {
            if (kind.meets(need)) {
                meeting.add(kind);
            }
        }
        return mostUseful(meeting);
    }

    private static ItemKind mostUseful(List<ItemKind> some) {
        return some.size() == 1 ? some.getFirst() : Collections.max(some, MOST_USEFUL);
    }

    /** What a later need made superfluous, where needs overlap without one containing the other. */
    private void giveBack(Addition addition) {
        addition.giveBackAmount(spare(addition, Addition::amount, Need::amount));
        addition.giveBackUnits(spare(addition, Addition::units, Need::units));
    }

    private long spare(Addition addition, ToLongFunction<Addition> added, ToLongFunction<Need> needed) {
        long spare = Long.MAX_VALUE;
        for (int i = 0; i < needs.size(); i++) {
            if (addition.kind().meets(i)) {
                spare = Math.min(spare, sum(i, added) - needed.applyAsLong(needs.get(i)));
            }
        }
        return spare;
    }

    private long sum(ToLongFunction<Addition> of) {
        long sum = 0;
        for (var addition : additions) {
            sum += of.applyAsLong(addition);
        }
        return sum;
    }

    private long sum(int need, ToLongFunction<Addition> of) {
        long sum = 0;
        for (var addition : additions) {
            sum += addition.kind().meets(need) ? of.applyAsLong(addition) : 0;
        }
        return sum;
    }
}
