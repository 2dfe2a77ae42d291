package io.discounts.service.provider.campaign;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Stacking;
import io.discounts.service.provider.terms.Groups;
import io.discounts.service.provider.terms.MajorUnits;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A campaign as it is from now on. */
record UpsertedCampaign(
        String campaignId,
        long changeNumber,
        Region market,
        String headline,
        MajorUnits currency,
        Reward reward,
        BigDecimal budget,
        @Nullable Voucher voucher,
        @Nullable Audience audience,
        @Nullable BigDecimal minimumOrder,
        @Nullable Places places,
        Flight flight,
        boolean exclusive,
        @Nullable String competesIn,
        int weight) {

    DiscountChange toChange(String provider) {
        return new DiscountChange.Published(new Discount(
                new DiscountId(provider, campaignId),
                market,
                changeNumber,
                headline,
                currency.currency(),
                reward.toEffect(currency),
                reward.target(),
                places == null ? Scope.EVERYWHERE : places.toScope(),
                rules(),
                flight.toValidity(),
                stacking(),
                limits(),
                null));
    }

    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        if (minimumOrder != null) {
            rules.add(new Rule.MinBasket(currency.minor("/minimumOrder", minimumOrder), Selection.EVERYTHING));
        }
        if (audience != null) {
            rules.addAll(audience.toRules());
        }
        if (voucher != null) {
            rules.add(voucher.redeemableBy().toRule());
        }
        if (flight.hours() != null) {
            rules.add(flight.hours().toRule());
        }
        return rules;
    }

    private Stacking stacking() {
        return exclusive
                ? new Stacking(Stacking.Mode.EXCLUSIVE, null, weight)
                : Groups.stackable(reward.target(), competesIn, weight);
    }

    private Limits limits() {
        var money = currency.minor("/budget", budget);
        return voucher == null
                ? new Limits(null, null, money, false)
                : new Limits(voucher.totalUses(), voucher.usesPerCustomer(), money, voucher.oneHolderAtATime());
    }
}
