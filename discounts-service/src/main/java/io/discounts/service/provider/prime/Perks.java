package io.discounts.service.provider.prime;

import org.jspecify.annotations.Nullable;

/** What fills the slots of a benefit: one of them at least. */
record Perks(Perk.@Nullable Delivery delivery, Perk.@Nullable Service service, Perk.@Nullable Items items) {
    Perks {
        if (delivery == null && service == null && items == null) {
            throw new IllegalArgumentException("must name delivery, service or items");
        }
    }

    @Nullable
    Perk in(PerkSlot slot) {
        return switch (slot) {
            case DELIVERY -> delivery;
            case SERVICE -> service;
            case ITEMS -> items;
        };
    }
}
