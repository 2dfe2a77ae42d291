package io.discounts.service.discount;

import io.discounts.service.discount.fixtures.ArbitraryScopes;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static io.discounts.service.discount.fixtures.DiscountFixtures.storeSet;
import static io.discounts.service.discount.fixtures.DiscountFixtures.stores;
import static org.assertj.core.api.Assertions.assertThat;

class ScopeTest {
    private static final StoreFacts STORE = aStore("s-1", "MAD", "pharmacy", "b");

    @Property
    void sharesAKeyWithEveryStoreItCovers(@ForAll("scopes") Scope scope, @ForAll("arbitraryStores") StoreFacts store) {
        if (scope.covers(store)) {
            assertThat(scope.keys()).containsAnyElementsOf(store.scopeKeys());
        }
    }

    @Property
    void coversAStoreOfItsKeysUnlessItIsExcepted(
            @ForAll("scopes") Scope scope, @ForAll("arbitraryStores") StoreFacts store) {
        boolean sharesAKey = !Collections.disjoint(scope.keys(), store.scopeKeys());

        assertThat(scope.covers(store)).isEqualTo(sharesAKey && !scope.except().names(store));
    }

    @Property
    void isNamedByItsKeysAndNoOthers(@ForAll("scopes") Scope scope, @ForAll("arbitraryStores") StoreFacts store) {
        var keys = scope.keys();

        assertThat(keys).allMatch(scope::isNamedBy);
        assertThat(store.scopeKeys()).allMatch(key -> scope.isNamedBy(key) == keys.contains(key));
    }

    @Test
    void coversAStoreByItsNameTypeBrandOrCity() {
        assertThat(stores("s-1").covers(STORE)).isTrue();
        assertThat(naming(new StoreSet(Set.of(), Set.of("pharmacy"), Set.of(), Set.of()))
                        .covers(STORE))
                .isTrue();
        assertThat(naming(new StoreSet(Set.of(), Set.of(), Set.of("b"), Set.of()))
                        .covers(STORE))
                .isTrue();
        assertThat(naming(new StoreSet(Set.of(), Set.of(), Set.of(), Set.of("MAD")))
                        .covers(STORE))
                .isTrue();
    }

    @Test
    void coversNothingElse() {
        assertThat(stores("s-2").covers(STORE)).isFalse();
        assertThat(stores().covers(STORE)).isFalse();
        // A brand's name is no type, and case counts.
        assertThat(naming(new StoreSet(Set.of(), Set.of("b"), Set.of(), Set.of("mad")))
                        .covers(STORE))
                .isFalse();
    }

    @Test
    void exceptsStoresEvenThoseItNames() {
        assertThat(new Scope(true, StoreSet.NONE, storeSet("s-1")).covers(STORE))
                .isFalse();
        assertThat(new Scope(false, storeSet("s-1"), storeSet("s-1")).covers(STORE))
                .isFalse();
        assertThat(new Scope(true, StoreSet.NONE, storeSet("s-2")).covers(STORE))
                .isTrue();
    }

    @Test
    void coversAStoreOfWhichNothingMoreIsKnownByItsNameOrEverywhere() {
        var unknown = aStore("s-1");

        assertThat(stores("s-1").covers(unknown)).isTrue();
        assertThat(Scope.EVERYWHERE.covers(unknown)).isTrue();
        assertThat(naming(new StoreSet(Set.of(), Set.of("pharmacy"), Set.of("b"), Set.of("MAD")))
                        .covers(unknown))
                .isFalse();
    }

    @Test
    void isIndexedUnderEverythingItNamesInWrittenForm() {
        var named = new StoreSet(storeSet("s-2", "s-1").stores(), Set.of("pharmacy"), Set.of("b"), Set.of("MAD"));

        assertThat(naming(named).keys())
                .extracting(ScopeKey::toString)
                .containsExactly("store:s-2", "store:s-1", "type:pharmacy", "brand:b", "city:MAD");
    }

    @Test
    void isIndexedUnderOneKeyIfItIsEverywhere() {
        assertThat(new Scope(true, storeSet("s-1"), StoreSet.NONE).keys()).containsExactly(ScopeKey.EVERYWHERE);
    }

    @Test
    void findsAStoreUnderTwoToFiveKeys() {
        assertThat(STORE.scopeKeys())
                .extracting(ScopeKey::toString)
                .containsExactly("store:s-1", "type:pharmacy", "brand:b", "city:MAD", "everywhere");
        assertThat(aStore("s-1").scopeKeys()).extracting(ScopeKey::toString).containsExactly("store:s-1", "everywhere");
    }

    @Provide
    Arbitrary<Scope> scopes() {
        return ArbitraryScopes.scopes();
    }

    @Provide
    Arbitrary<StoreFacts> arbitraryStores() {
        return ArbitraryScopes.stores();
    }

    private static Scope naming(StoreSet named) {
        return new Scope(false, named, StoreSet.NONE);
    }
}
