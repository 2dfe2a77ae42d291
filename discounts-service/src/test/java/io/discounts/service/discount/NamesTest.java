package io.discounts.service.discount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Regions, identifiers and the names that providers make up. */
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"ES", "PT", "GB"})
    void knowsCountries(String code) {
        assertThat(Region.isRegion(code)).isTrue();
        assertThat(new Region(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "es", "ZZ", "ESP", "E", "UK", " ES"})
    void refusesWhatIsNoCountry(String code) {
        assertThat(Region.isRegion(code)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Region(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s-1", "S.1_~", "0", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void takesIdentifiers(String id) {
        assertThat(StoreId.isStoreId(id)).isTrue();
        assertThat(new StoreId(id).value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s 1",
                "s/1",
                "s:1",
                "s\n",
                "ñ",
                "s１",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void refusesWhatIsNoIdentifier(String id) {
        assertThat(StoreId.isStoreId(id)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\nb", "a\u007fb", "a\u0085b", "\ud83c", "\udf55a"})
    void refusesANameThatNobodyCouldType(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aDiscount().label(name).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Selection(Set.of(name), Set.of()))
                .withMessageStartingWith("productIds must");
    }

    @Test
    void takesANameOfAnyLanguage() {
        assertThatCode(() -> aDiscount().label("20 % — 日本語 🍕 \"'<&").build()).doesNotThrowAnyException();
    }

    @Test
    void boundsNames() {
        assertThatCode(() -> aDiscount().label("x".repeat(500)).build()).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aDiscount().label("x".repeat(501)).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new Selection(Set.of(), Set.of("x".repeat(129))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> aDiscount().group("x".repeat(129)).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreSet(Set.of(), Set.of("x".repeat(65)), Set.of(), Set.of()));
    }

    @Test
    void countsCodePointsAsSchemasAndColumnsDo() {
        assertThatCode(() -> new StoreSet(Set.of(), Set.of("🍕".repeat(64)), Set.of(), Set.of()))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreSet(Set.of(), Set.of("🍕".repeat(65)), Set.of(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb"})
    void refusesSuchNamesOfStoresToo(String name) {
        var id = new StoreId("s-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreFacts(SPAIN, id, 1, name, null, null))
                .withMessageStartingWith("city must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreFacts(SPAIN, id, 1, null, name, null))
                .withMessageStartingWith("type must");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoreFacts(SPAIN, id, 1, null, null, name))
                .withMessageStartingWith("brand must");
    }

    @Test
    void sortsAndWritesAsTheTextItHolds() {
        assertThat(List.of(new Region("ES"), new Region("PT"))).isSorted();
        assertThat(List.of(new StoreId("S-2"), new StoreId("s-1")))
                .isSorted()
                .first()
                .hasToString("S-2");
        assertThat(List.of(ScopeKey.city("MAD"), ScopeKey.EVERYWHERE)).isSorted();
        assertThat(new Region("PT")).isGreaterThan(new Region("ES"));
        assertThat(new StoreId("s-1")).isGreaterThan(new StoreId("S-2"));
        assertThat(ScopeKey.EVERYWHERE).isGreaterThan(ScopeKey.city("MAD"));
    }

    @Test
    void keepsTheOrderToldAndIsNoLongerTheCallers() {
        var told = new LinkedHashSet<>(List.of("z", "a", "m"));
        var selection = new Selection(told, Set.of());

        told.add("later");

        assertThat(selection.productIds()).containsExactly("z", "a", "m").isUnmodifiable();
    }
}
