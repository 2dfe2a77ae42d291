package io.discounts.service.eligibility.unlock;

import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.Words;

import java.util.List;

/**
 * The smallest change of facts that makes a refused discount eligible with a saving.
 *
 * @param changes at least one; the basket's first
 */
public record Unlock(List<FactChange> changes) {
    private static final int TYPICAL_TEXT = 80;

    public Unlock {
        changes = List.copyOf(changes);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("an unlock changes something");
        }
    }

    /** For people, such as {@code add 600 to the basket and prime would unlock}; amounts in minor units. */
    public String text() {
        var text = new StringBuilder(TYPICAL_TEXT);
        tell(Words.in(text));
        return text.toString();
    }

    /** Tells the {@link #text}. */
    public void tell(Words words) {
        for (int i = 0; i < changes.size(); i++) {
            UnlockText.tell(words.plain(i == 0 ? "" : " and "), changes.get(i));
        }
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
