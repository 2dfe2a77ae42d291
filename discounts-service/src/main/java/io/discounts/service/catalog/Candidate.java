package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.json.DiscountFragment;

import java.util.Comparator;

/**
 * A discount ready to be decided upon and told.
 *
 * @param id the discount's id as written, kept because every answer writes it
 * @param fragment the discount as clients read it
 */
public record Candidate(Discount discount, String id, DiscountFragment fragment) {
    /** Priority descending, then id by code point. */
    public static final Comparator<Candidate> ORDER = (one, other) -> {
        var byPriority = Integer.compare(other.priority(), one.priority());
        return byPriority == 0 ? one.id.compareTo(other.id) : byPriority;
    };

    public Candidate(Discount discount) {
        this(discount, discount.id().toString(), DiscountFragment.of(discount));
    }

    /** Of two versions of one discount. */
    public static Candidate newer(Candidate first, Candidate second) {
        return second.discount.version() > first.discount.version() ? second : first;
    }

    public int priority() {
        return discount.stacking().priority();
    }

    int weight() {
        return 4 * fragment.weight();
    }
}
