package io.discounts.service.discount;

/**
 * A discount's name in the whole marketplace, written {@code <provider>:<externalId>}.
 *
 * @param provider the provider that publishes the discount, {@code [A-Za-z0-9._~-]{1,64}}
 * @param externalId the provider's own name for it, of the same form
 */
public record DiscountId(String provider, String externalId) implements Comparable<DiscountId> {
    public DiscountId {
        Checks.identifier(provider, "provider");
        Checks.identifier(externalId, "externalId");
    }

    /** Reads the written form. */
    public static DiscountId parse(String written) {
        int colon = written.indexOf(':');
        Checks.check(colon > 0, "a discount's id is <provider>:<externalId>");
        return new DiscountId(written.substring(0, colon), written.substring(colon + 1));
    }

    /** By code point of the written form; identifiers are ASCII, so comparing chars is comparing code points. */
    @Override
    public int compareTo(DiscountId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return provider + ':' + externalId;
    }
}
