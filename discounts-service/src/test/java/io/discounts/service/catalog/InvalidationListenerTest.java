package io.discounts.service.catalog;

import com.github.benmanes.caffeine.cache.Weigher;
import io.discounts.fixtures.SettableClock;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class InvalidationListenerTest {
    private static final Region SPAIN = new Region("ES");
    private static final SheetKey SHEET = new SheetKey(SPAIN, ScopeKey.EVERYWHERE);
    private static final StoreKey STORE = new StoreKey(SPAIN, new StoreId("s-1"));
    private static final DiscountId DISCOUNT = new DiscountId("p", "1");
    private static final byte[] CHANNEL = new byte[0];

    private final List<Object> loaded = new ArrayList<>();
    private final NearCache<SheetKey, Sheet> sheets = near(new Sheet(List.of()));
    private final NearCache<SheetKey, Sheet> wholeSheets = near(new Sheet(List.of()));
    private final NearCache<StoreKey, KnownStore> stores = near(KnownStore.UNKNOWN);
    private final SheetChanges changes = new SheetChanges();
    private final InvalidationListener listener =
            new InvalidationListener(stores, List.of(sheets, wholeSheets), changes);

    @BeforeEach
    void warmUp() {
        ask();
        loaded.clear();
    }

    @Test
    void passesAnInvalidationToItsCaches() {
        hear(Invalidations.write(List.of(new Invalidation.OfSheet(SPAIN, ScopeKey.EVERYWHERE, 2, Set.of(DISCOUNT)))));
        assertThat(loaded).containsExactly(SHEET, SHEET);
        assertThat(changes.after(SHEET, 1)).isEqualTo(Map.of(2L, Set.of(DISCOUNT)));

        loaded.clear();
        hear(Invalidations.write(List.of(new Invalidation.OfStore(SPAIN, new StoreId("s-1"), 2))));
        assertThat(loaded).containsExactly(STORE);
    }

    @Test
    void passesOverSheetsThatNobodyHolds() {
        var elsewhere = ScopeKey.brand("elsewhere");

        hear(Invalidations.write(List.of(new Invalidation.OfSheet(SPAIN, elsewhere, 2, Set.of(DISCOUNT)))));

        assertThat(changes.after(new SheetKey(SPAIN, elsewhere), 1)).isEmpty();
    }

    @Test
    void trustsNothingAfterEachNewSubscription() {
        listener.subscribed(CHANNEL, 1);

        ask();

        assertThat(loaded).containsExactlyInAnyOrder(SHEET, SHEET, STORE);
    }

    @Test
    void trustsNothingAfterASwapOfCatalogs() {
        hear(Invalidations.write(List.of(new Invalidation.OfEverything(1L << 40))));

        ask();

        assertThat(loaded).containsExactlyInAnyOrder(SHEET, SHEET, STORE);
    }

    @Test
    void trustsNothingAfterWhatItCannotRead() {
        hear("rubbish".getBytes(StandardCharsets.UTF_8));

        ask();

        assertThat(loaded).containsExactlyInAnyOrder(SHEET, SHEET, STORE);
    }

    private void hear(byte[] message) {
        listener.message(CHANNEL, message);
    }

    private void ask() {
        sheets.get(List.of(SHEET));
        wholeSheets.get(List.of(SHEET));
        stores.get(List.of(STORE));
    }

    private <K, V> NearCache<K, V> near(V value) {
        return new NearCache<K, V>(
                keys -> load(keys, value),
                Weigher.singletonWeigher(),
                new NearPolicy(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        10,
                        1),
                Runnable::run,
                Runnable::run,
                new SettableClock(),
                new CatalogMetrics(new SimpleMeterRegistry()).cache("test"));
    }

    private <K, V> Map<K, Versioned<V>> load(Collection<K> keys, V value) {
        loaded.addAll(keys);
        var found = new HashMap<K, Versioned<V>>();
        keys.forEach(key -> found.put(key, new Versioned<>(value, 1)));
        return found;
    }
}
