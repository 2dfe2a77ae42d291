package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;

class SheetsInTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant BEFORE = NOON.minusMillis(1);
    private static final SheetKey NEW = new SheetKey(SPAIN, ScopeKey.EVERYWHERE);
    private static final SheetKey OLD = new SheetKey(SPAIN, ScopeKey.brand("b"));

    private static final DiscountCatalog BEHIND = new DiscountCatalog() {
        @Override
        public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
            throw new UnsupportedOperationException("only read");
        }

        @Override
        public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
            throw new UnsupportedOperationException("only the caches are asked");
        }
    };

    private final Map<SheetKey, Sheet> recent = Map.of(NEW, since(NOON), OLD, since(NOON.minusSeconds(60)));
    private final Map<SheetKey, Sheet> whole = Map.of(NEW, new Sheet(List.of()), OLD, new Sheet(List.of()));
    private final List<SheetKey> askedWhole = new ArrayList<>();
    private boolean recentStale;
    private boolean wholeStale;

    private final SheetsInTime sheets =
            new SheetsInTime((keys, patience) -> new Loaded<>(of(recent, keys), recentStale), (keys, patience) -> {
                askedWhole.addAll(keys);
                return new Loaded<>(of(whole, keys), wholeStale);
            });

    @Test
    void takesRecentSheetsFromTheMomentOnThatTheyCover() {
        for (var moment : List.of(NOON, NOON.plusSeconds(1), NOON.plus(Duration.ofDays(1_000)))) {
            assertThat(at(moment).values()).isEqualTo(recent);
        }
        assertThat(askedWhole).isEmpty();
    }

    @Test
    void takesWholeSheetsForThoseAloneThatDoNotReachBackSoFar() {
        assertThat(at(BEFORE).values()).isEqualTo(Map.of(NEW, of(whole, NEW), OLD, of(recent, OLD)));
        assertThat(askedWhole).containsExactly(NEW);

        assertThat(at(NOON.minusSeconds(61)).values()).isEqualTo(whole);
    }

    @Test
    void isStaleWhereEitherIs() {
        wholeStale = true;
        assertThat(at(BEFORE).stale()).isTrue();
        assertThat(at(NOON).stale()).isFalse();

        recentStale = true;
        wholeStale = false;
        assertThat(at(BEFORE).stale()).isTrue();
    }

    @Test
    void isUnavailableForThePastAloneWhereNoWholeSheetIsToBeHad() {
        Lookup<StoreKey, KnownStore> stores = (keys, patience) ->
                new Loaded<>(Map.of(new StoreKey(SPAIN, new StoreId("s-1")), KnownStore.of(aStore("s-1"))), false);
        var away = new SheetsInTime(
                (keys, patience) -> {
                    var found = new HashMap<SheetKey, Sheet>();
                    keys.forEach(key -> found.put(key, since(NOON)));
                    return new Loaded<>(found, false);
                },
                (keys, patience) -> {
                    throw new SourceUnavailableException();
                });
        var catalog = new CachingDiscountCatalog(BEHIND, stores, away);

        assertThat(candidates(catalog, NOON)).isInstanceOf(CandidateLookup.Found.class);
        assertThat(candidates(catalog, BEFORE)).isInstanceOf(CandidateLookup.Unavailable.class);
    }

    private Loaded<SheetKey, Sheet> at(Instant moment) {
        return sheets.at(moment).get(List.of(NEW, OLD));
    }

    private static CandidateLookup candidates(DiscountCatalog catalog, Instant at) {
        return catalog.candidates(SPAIN, List.of(new StoreId("s-1")), at, DiscountCatalog.ENDLESS);
    }

    private static Sheet since(Instant since) {
        return new Sheet(List.of(), since);
    }

    private static Map<SheetKey, Sheet> of(Map<SheetKey, Sheet> sheets, Collection<SheetKey> keys) {
        var found = new HashMap<SheetKey, Sheet>();
        keys.forEach(key -> found.put(key, of(sheets, key)));
        return found;
    }

    private static Sheet of(Map<SheetKey, Sheet> sheets, SheetKey key) {
        return Objects.requireNonNull(sheets.get(key));
    }
}
