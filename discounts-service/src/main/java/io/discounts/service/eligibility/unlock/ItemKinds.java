package io.discounts.service.eligibility.unlock;

import io.discounts.service.discount.Selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The kinds of items that are worth adding. An item has one name, a product or a category: that two categories meet in one
 * item is never assumed.
 */
final class ItemKinds {
    /** With more selections there is no unlock. */
    static final int MOST_NEEDS = 60;

    private record Key(long meets, EffectUse use) {}

    private record Names(Set<String> productIds, Set<String> categories) {
        Names() {
            this(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private final List<Need> needs;
    private final EffectNeed effect;
    private final LinkedHashMap<Key, Names> names = new LinkedHashMap<>();

    private ItemKinds(List<Need> needs, EffectNeed effect) {
        this.needs = needs;
        this.effect = effect;
        for (var need : needs) {
            add(need.of());
        }
        effect.selections().forEach(this::add);
    }

    /** None that another one can stand in for; the last one is of items that nothing names. */
    static List<ItemKind> of(List<Need> needs, EffectNeed effect) {
        var anything = new ItemKind(Selection.EVERYTHING, 0, effect.use(Selection::isEverything));
        if (needs.isEmpty() && effect.selections().isEmpty()) {
            return List.of(anything);
        }
        if (needs.size() + effect.selections().size() == 1) {
            return List.of(only(needs, effect), anything);
        }
        var kinds = new ArrayList<ItemKind>();
        new ItemKinds(needs, effect)
                .names.forEach((key, names) ->
                        kinds.add(new ItemKind(new Selection(names.productIds, names.categories), key.meets, key.use)));
        var best = new ArrayList<ItemKind>(kinds.size() + 1);
        for (var kind : kinds) {
            if (!isSuperfluous(kind, kinds)) {
                best.add(kind);
            }
        }
        best.add(anything);
        return best;
    }

    /** The only one that anything names. */
    private static ItemKind only(List<Need> needs, EffectNeed effect) {
        var named = needs.isEmpty()
                ? effect.selections().getFirst()
                : needs.getFirst().of();
        var use = effect.use(selection -> selection.isEverything() || selection.equals(named));
        return new ItemKind(named, needs.isEmpty() ? 0 : 1, use);
    }

    private static boolean isSuperfluous(ItemKind kind, List<ItemKind> kinds) {
        for (var other : kinds) {
            if (!other.equals(kind) && kind.isCoveredBy(other)) {
                return true;
            }
        }
        return false;
    }

    private void add(Selection selection) {
        for (var id : selection.productIds()) {
            namesOfKind(all -> all.productIds().contains(id)).productIds.add(id);
        }
        for (var name : selection.categories()) {
            namesOfKind(all -> all.categories().contains(name)).categories.add(name);
        }
    }

    private Names namesOfKind(Predicate<Selection> lists) {
        Predicate<Selection> matches = selection -> selection.isEverything() || lists.test(selection);
        long meets = 0;
        for (int i = 0; i < needs.size(); i++) {
            meets |= matches.test(needs.get(i).of()) ? 1L << i : 0;
        }
        return names.computeIfAbsent(new Key(meets, effect.use(matches)), key -> new Names());
    }
}
