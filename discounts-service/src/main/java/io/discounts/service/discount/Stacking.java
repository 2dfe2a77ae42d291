package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

/**
 * How a discount gets on with others.
 *
 * @param group of stackable discounts of one group only the best is kept; absent: alone in its own
 * @param priority higher comes first
 */
public record Stacking(Mode mode, @Nullable String group, int priority) {
    public static final Stacking DEFAULT = new Stacking(Mode.STACKABLE, null, 0);

    public Stacking {
        if (group != null) {
            Checks.name(group, "group", Checks.MAX_NAME);
        }
    }

    /** Whether a discount may be combined with others at all. */
    public enum Mode {
        STACKABLE,
        EXCLUSIVE
    }
}
