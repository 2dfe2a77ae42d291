package io.discounts.service.eligibility.unlock;

import io.discounts.service.eligibility.Facts;

import java.util.List;

/**
 * The smallest change of facts that makes a refused discount eligible with a saving.
 *
 * @param changes at least one; the basket's first
 */
public record Unlock(List<FactChange> changes) {
    public Unlock {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("an unlock changes something");
        }
    }

    /** For people, such as {@code add 600 to the basket and prime would unlock}; amounts in minor units. */
    public String text() {
        var text = new StringBuilder(UnlockText.of(changes.getFirst()));
        for (var change : changes.subList(1, changes.size())) {
            text.append(" and ").append(UnlockText.of(change));
        }
        return text.toString();
    }

    /**
     * The facts as they would be.
     *
     * @param facts those that the unlock was made for
     */
    public Facts appliedTo(Facts facts) {
        var changed = facts;
        for (var change : changes) {
            changed = ChangedFacts.of(change, changed);
        }
        return changed;
    }
}
