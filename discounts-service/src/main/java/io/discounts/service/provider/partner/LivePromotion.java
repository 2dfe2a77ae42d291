package io.discounts.service.provider.partner;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Funding;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Target;
import io.discounts.service.provider.terms.Groups;
import io.discounts.service.provider.terms.MajorUnits;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A promotion that customers shall get. */
record LivePromotion(
        String promotionId,
        long revision,
        Region country,
        String title,
        MajorUnits currency,
        Offer offer,
        @Nullable AppliesTo appliesTo,
        List<StoreId> outlets,
        @Nullable BigDecimal minimumSpend,
        Runs runs,
        @Nullable Long maxRedemptions,
        @Nullable Long maxPerShopper,
        @Nullable Percent partnerShare,
        @Nullable String bestOfGroup,
        int rank)
        implements PartnerPromotion {

    /** Lines that match either list; one that names none would be a slip, not the whole assortment. */
    record AppliesTo(List<String> skus, List<String> categories) {
        AppliesTo {
            if (skus.isEmpty() && categories.isEmpty()) {
                throw new IllegalArgumentException("must name skus or categories");
            }
        }

        Target toTarget() {
            return new Target.Items(new Selection(new LinkedHashSet<>(skus), new LinkedHashSet<>(categories)));
        }
    }

    @Override
    public DiscountChange toChange(String provider) {
        var target = appliesTo == null ? Target.Items.ALL : appliesTo.toTarget();
        return new DiscountChange.Published(new Discount(
                new DiscountId(provider, promotionId),
                country,
                revision,
                title,
                currency.currency(),
                offer.toEffect(currency),
                target,
                scope(),
                rules(),
                runs.toValidity(),
                Groups.stackable(target, bestOfGroup, rank),
                new Limits(maxRedemptions, maxPerShopper, null, false),
                partnerShare == null ? null : new Funding(partnerShare)));
    }

    private Scope scope() {
        var stores = new StoreSet(new LinkedHashSet<>(outlets), Set.of(), Set.of(), Set.of());
        return new Scope(false, stores, StoreSet.NONE);
    }

    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        if (minimumSpend != null) {
            rules.add(new Rule.MinBasket(currency.minor("/minimumSpend", minimumSpend), Selection.EVERYTHING));
        }
        runs.toSchedule().ifPresent(rules::add);
        return rules;
    }
}
