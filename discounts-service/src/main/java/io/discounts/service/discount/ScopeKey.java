package io.discounts.service.discount;

/**
 * One thing a scope can name, in its written form: {@code store:s-1}, {@code type:pharmacy}, {@code brand:b},
 * {@code city:MAD} or {@code everywhere}. Discounts are indexed and cached by scope key within a region.
 */
public record ScopeKey(String written) implements Comparable<ScopeKey> {
    public static final ScopeKey EVERYWHERE = new ScopeKey("everywhere");

    public static ScopeKey store(StoreId store) {
        return new ScopeKey("store:" + store.value());
    }

    public static ScopeKey type(String type) {
        return new ScopeKey("type:" + type);
    }

    public static ScopeKey brand(String brand) {
        return new ScopeKey("brand:" + brand);
    }

    public static ScopeKey city(String city) {
        return new ScopeKey("city:" + city);
    }

    @Override
    public int compareTo(ScopeKey other) {
        return written.compareTo(other.written);
    }

    @Override
    public String toString() {
        return written;
    }
}
