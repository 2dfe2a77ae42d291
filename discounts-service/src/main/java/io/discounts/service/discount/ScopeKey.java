package io.discounts.service.discount;

/**
 * One thing a scope can name, in its written form: {@code store:s-1}, {@code type:pharmacy}, {@code brand:b},
 * {@code city:MAD} or {@code everywhere}. Discounts are indexed and cached by scope key within a region.
 */
public record ScopeKey(String written) implements Comparable<ScopeKey> {
    public static final ScopeKey EVERYWHERE = new ScopeKey("everywhere");
    private static final String STORE = "store:";
    private static final String TYPE = "type:";
    private static final String BRAND = "brand:";
    private static final String CITY = "city:";

    public static ScopeKey store(StoreId store) {
        return new ScopeKey(STORE + store.value());
    }

    public static ScopeKey type(String type) {
        return new ScopeKey(TYPE + type);
    }

    public static ScopeKey brand(String brand) {
        return new ScopeKey(BRAND + brand);
    }

    public static ScopeKey city(String city) {
        return new ScopeKey(CITY + city);
    }

    boolean isStore(StoreId store) {
        return is(STORE, store.value());
    }

    /** Of a store's id in ASCII; ids of one country begin alike. */
    boolean isStore(byte[] text, int from, int until) {
        if (written.length() != STORE.length() + until - from || !written.startsWith(STORE)) {
            return false;
        }
        for (int i = written.length() - 1, j = until - 1; j >= from; i--, j--) {
            if (written.charAt(i) != text[j]) {
                return false;
            }
        }
        return true;
    }

    boolean isType(String type) {
        return is(TYPE, type);
    }

    boolean isBrand(String brand) {
        return is(BRAND, brand);
    }

    boolean isCity(String city) {
        return is(CITY, city);
    }

    /** Compares without making the key. */
    private boolean is(String kind, String name) {
        return written.length() == kind.length() + name.length() && written.startsWith(kind) && written.endsWith(name);
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
