package io.discounts.service.provider.prime;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Validity;
import io.discounts.service.provider.terms.Groups;
import io.discounts.service.provider.terms.RefusedValueException;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What members get in a market from now on: what fills a slot is published, what no longer does is withdrawn. */
record ActivatedBenefit(
        String benefitId,
        long sequence,
        Region market,
        List<String> plans,
        List<String> cities,
        Currency currencyCode,
        @Nullable Money minimumBasketMinor,
        Perks perks,
        Instant activeFrom,
        @Nullable Instant activeTo) {
    ActivatedBenefit {
        if (activeTo != null && activeTo.isBefore(activeFrom)) {
            throw new RefusedValueException("/activeTo", "must not be before activeFrom");
        }
    }

    List<CatalogChange> toChanges(String provider) {
        return Stream.of(PerkSlot.values())
                .<CatalogChange>map(slot -> toChange(slot.of(provider, benefitId), perks.in(slot)))
                .toList();
    }

    private DiscountChange toChange(DiscountId id, @Nullable Perk perk) {
        return perk == null
                ? new DiscountChange.Withdrawn(id, market, sequence)
                : new DiscountChange.Published(toDiscount(id, perk));
    }

    private Discount toDiscount(DiscountId id, Perk perk) {
        return new Discount(
                id,
                market,
                sequence,
                perk.text(),
                currencyCode,
                perk.effect(),
                perk.target(),
                scope(),
                rules(),
                new Validity(activeFrom, activeTo),
                Groups.stackable(perk.target(), perk.bestOfGroup(), 0),
                Limits.NONE,
                null);
    }

    private Scope scope() {
        return cities.isEmpty()
                ? Scope.EVERYWHERE
                : new Scope(
                        false, new StoreSet(Set.of(), Set.of(), Set.of(), new LinkedHashSet<>(cities)), StoreSet.NONE);
    }

    private List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        rules.add(new Rule.Segment(Members.of(plans), Set.of()));
        if (minimumBasketMinor != null) {
            rules.add(new Rule.MinBasket(minimumBasketMinor, Selection.EVERYTHING));
        }
        return rules;
    }
}
