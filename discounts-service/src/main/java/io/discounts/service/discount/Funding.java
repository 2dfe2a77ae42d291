package io.discounts.service.discount;

/** Who pays for the saving: the partner's share; the marketplace bears the rest. */
public record Funding(Percent partnerPercent) {}
