package io.discounts.service.discount;

/** A store's name within its region, {@code [A-Za-z0-9._~-]{1,64}}. */
public record StoreId(String value) implements Comparable<StoreId> {
    public StoreId {
        Checks.identifier(value, "storeId");
    }

    public static boolean isStoreId(String value) {
        return Checks.isIdentifier(value);
    }

    @Override
    public int compareTo(StoreId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
