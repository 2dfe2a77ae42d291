package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.List;

/**
 * One discount as its provider published it.
 *
 * @param version grows with each change of this discount; an older or equal one never replaces a newer
 * @param label what the customer reads, 1 to 500 characters
 * @param currency of every amount in it, ISO 4217
 * @param rules all must hold
 */
public record Discount(
        DiscountId id,
        Region region,
        long version,
        String label,
        Currency currency,
        Effect effect,
        Target target,
        Scope scope,
        List<Rule> rules,
        Validity validity,
        Stacking stacking,
        Limits limits,
        @Nullable Funding funding) {
    private static final int MAX_LABEL = 500;

    public Discount {
        Checks.check(version >= 0, "version must not be negative");
        Checks.name(label, "label", MAX_LABEL);
        Checks.check(effect.canActOn(target), "the effect acts on units, which a fee does not have");
        rules = List.copyOf(rules);
    }
}
