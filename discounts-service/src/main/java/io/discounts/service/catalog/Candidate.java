package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.json.DiscountFragment;
import io.discounts.service.discount.json.ReadDiscount;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * A discount ready to be decided upon, and to be told once somebody is told of it. What every answer asks of it is kept. Safe
 * for use by any thread; two are equal if their discounts are.
 */
public final class Candidate {
    /** Priority descending, then id by code point. */
    public static final Comparator<Candidate> ORDER = (one, other) -> {
        var byPriority = Integer.compare(other.priority, one.priority);
        return byPriority == 0 ? one.id.compareTo(other.id) : byPriority;
    };

    /** Of the heap, in bytes, its fragment aside: a bit more than the mean of generated data. */
    private static final int TYPICAL_WEIGHT = 850;

    private final Discount discount;
    private final String id;
    private final int idHash;
    private final int priority;
    private final long version;
    private final boolean hasExceptions;
    private final boolean isLimited;
    private final List<Rule> rules;
    private final boolean asksOfBasketAlone;

    /** There already if it was read with the discount. Else whoever comes first renders it; if two do, either will do. */
    private @Nullable DiscountFragment fragment;

    public Candidate(Discount discount) {
        this(discount, null);
    }

    Candidate(ReadDiscount read) {
        this(read.discount(), read.fragment());
    }

    private Candidate(Discount discount, @Nullable DiscountFragment fragment) {
        this.discount = discount;
        this.fragment = fragment;
        this.id = discount.id().toString();
        this.idHash = id.hashCode();
        this.priority = discount.stacking().priority();
        this.version = discount.version();
        this.hasExceptions = discount.scope().hasExceptions();
        this.isLimited = !discount.limits().isNone();
        this.rules = discount.rules();
        this.asksOfBasketAlone = askOfBasketAlone(rules);
    }

    /** A loop, for it is run for each discount of a load. */
    private static boolean askOfBasketAlone(List<Rule> rules) {
        for (var rule : rules) {
            if (!rule.asksOfBasket()) {
                return false;
            }
        }
        return true;
    }

    /** Of two versions of one discount. */
    public static Candidate newer(Candidate first, Candidate second) {
        return second.version > first.version ? second : first;
    }

    public Discount discount() {
        return discount;
    }

    /** The discount's id as written. */
    public String id() {
        return id;
    }

    /** Of the id, kept beside what else is asked of each candidate: ids lie elsewhere in memory. */
    int idHash() {
        return idHash;
    }

    public int priority() {
        return priority;
    }

    public long version() {
        return version;
    }

    /** Whether its scope excepts any store. */
    public boolean hasExceptions() {
        return hasExceptions;
    }

    /** Whether how often, for how much or by how many at a time it may be used is limited. */
    public boolean isLimited() {
        return isLimited;
    }

    /** The discount's, a look-up nearer. */
    public List<Rule> rules() {
        return rules;
    }

    /** Whether no rule asks for any other fact, as none does where there is no rule. */
    public boolean asksOfBasketAlone() {
        return asksOfBasketAlone;
    }

    /** The discount as clients read it. */
    public DiscountFragment fragment() {
        var known = fragment;
        if (known == null) {
            known = DiscountFragment.of(discount);
            fragment = known;
        }
        return known;
    }

    int weight() {
        return TYPICAL_WEIGHT + fragment().weight();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Candidate candidate && discount.equals(candidate.discount);
    }

    @Override
    public int hashCode() {
        return discount.hashCode();
    }

    @Override
    public String toString() {
        return "Candidate[" + discount + ']';
    }
}
