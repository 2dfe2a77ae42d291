package io.discounts.service.provider.prime;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Region;

import java.util.List;
import java.util.stream.Stream;

/** A benefit that is given no more. Which perks it had is not told, and does not matter. */
record DeactivatedBenefit(String benefitId, long sequence, Region market) {
    List<CatalogChange> toChanges(String provider) {
        return Stream.of(PerkSlot.values())
                .<CatalogChange>map(
                        slot -> new DiscountChange.Withdrawn(slot.of(provider, benefitId), market, sequence))
                .toList();
    }
}
