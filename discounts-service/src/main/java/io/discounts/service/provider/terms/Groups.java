package io.discounts.service.provider.terms;

import io.discounts.service.discount.Stacking;
import io.discounts.service.discount.Target;
import org.jspecify.annotations.Nullable;

/**
 * Which offers compete, so that only the best of them is given. Item offers of all native formats do unless they say
 * otherwise: two providers' offers shall not pile up on one basket unasked. Fee offers do if they ask for it.
 */
public final class Groups {
    /** The group of all native item offers; it spans providers. */
    public static final String SHARED_ITEMS = "shared:items";

    /** What a payload says to stay out of any group. */
    public static final String NONE = "none";

    private Groups() {}

    /**
     * A stackable offer on the target.
     *
     * @param asked what the payload says: a group's name, {@link #NONE}, or nothing
     */
    public static Stacking stackable(Target target, @Nullable String asked, int priority) {
        return new Stacking(Stacking.Mode.STACKABLE, group(target, asked), priority);
    }

    private static @Nullable String group(Target target, @Nullable String asked) {
        if (asked != null) {
            return asked.equals(NONE) ? null : asked;
        }
        return switch (target) {
            case Target.Items ignored -> SHARED_ITEMS;
            case Target.Fee ignored -> null;
        };
    }
}
