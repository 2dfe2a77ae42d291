package io.discounts.service.discount.json;

import io.discounts.service.discount.Funding;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Stacking;
import org.jspecify.annotations.Nullable;

import static io.discounts.service.discount.json.CanonicalText.literal;

/** What a discount says after its validity, as {@link StackingJson}, {@link LimitsJson} and {@link FundingJson} write it. */
final class CanonicalTerms {
    private static final byte[] STACKING = literal("\"stacking\":{");
    private static final byte[] EXCLUSIVE = literal("\"mode\":\"exclusive\"");
    private static final byte[] GROUP = literal("\"group\":\"");
    private static final byte[] PRIORITY = literal("\"priority\":");
    private static final byte[] LIMITS = literal("\"limits\":{");
    private static final byte[] TOTAL = literal("\"total\":");
    private static final byte[] PER_CUSTOMER = literal("\"perCustomer\":");
    private static final byte[] BUDGET = literal("\"budget\":");
    private static final byte[] EXCLUSIVE_USE = literal("\"exclusiveUse\":true");
    private static final byte[] FUNDING = literal("\"funding\":{\"partnerPercent\":");

    private CanonicalTerms() {}

    static Stacking stacking(CanonicalText text) {
        if (!text.takesField(STACKING)) {
            return Stacking.DEFAULT;
        }
        var mode = text.takesField(EXCLUSIVE) ? Stacking.Mode.EXCLUSIVE : Stacking.Mode.STACKABLE;
        var group = text.takesField(GROUP) ? CanonicalScalars.name(text) : null;
        int priority = text.takesField(PRIORITY) ? priority(text) : 0;
        text.expect('}');
        return new Stacking(mode, group, priority);
    }

    private static int priority(CanonicalText text) {
        return text.takes('-') ? -text.int32() : text.int32();
    }

    static Limits limits(CanonicalText text) {
        if (!text.takesField(LIMITS)) {
            return Limits.NONE;
        }
        var total = count(text, TOTAL);
        var perCustomer = count(text, PER_CUSTOMER);
        var budget = text.takesField(BUDGET) ? CanonicalScalars.money(text) : null;
        boolean exclusiveUse = text.takesField(EXCLUSIVE_USE);
        text.expect('}');
        return new Limits(total, perCustomer, budget, exclusiveUse);
    }

    private static @Nullable Long count(CanonicalText text, byte[] field) {
        return text.takesField(field) ? text.whole() : null;
    }

    static @Nullable Funding funding(CanonicalText text) {
        if (!text.takesField(FUNDING)) {
            return null;
        }
        var percent = CanonicalScalars.percent(text);
        text.expect('}');
        return new Funding(percent);
    }
}
