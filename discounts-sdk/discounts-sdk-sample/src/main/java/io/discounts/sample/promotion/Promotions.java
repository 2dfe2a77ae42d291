package io.discounts.sample.promotion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The table of promotions, in memory. Safe for use by many threads. */
public final class Promotions {
    private static final Comparator<Promotion> ORDER =
            Comparator.comparingInt(Promotion::rank).reversed().thenComparingInt(Promotion::number);

    private final ConcurrentMap<Integer, Promotion> byNumber = new ConcurrentHashMap<>();

    /** Adds it, or replaces that of the same number. */
    public void put(Promotion promotion) {
        byNumber.put(promotion.number(), promotion);
    }

    public void remove(int number) {
        byNumber.remove(number);
    }

    public Optional<Promotion> find(int number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** By rank descending, then number. */
    public List<Promotion> all() {
        return byNumber.values().stream().sorted(ORDER).toList();
    }

    /** Those of a store, whether they count at the moment or not; by rank descending, then number. */
    public List<Promotion> of(String storeId) {
        return all().stream()
                .filter(promotion -> promotion.stores().contains(storeId))
                .toList();
    }
}
