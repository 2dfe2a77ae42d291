package io.discounts.service.discount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Validity, limits, stacking, versions and the changes that carry them. */
class TermsTest {
    private static final Instant NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:59:59.999Z, false",
        "2026-11-01T00:00:00Z, true",
        "2026-11-30T23:59:59.999Z, true",
        "2026-12-01T00:00:00Z, false"
    })
    void isValidFromItsStartToJustBeforeItsEnd(Instant moment, boolean valid) {
        assertThat(new Validity(NOVEMBER, DECEMBER).contains(moment)).isEqualTo(valid);
    }

    @Test
    void isValidForEverWithoutAnEnd() {
        assertThat(new Validity(NOVEMBER, null).contains(Instant.MAX)).isTrue();
        assertThat(new Validity(NOVEMBER, null).contains(NOVEMBER.minusNanos(1)))
                .isFalse();
    }

    @Test
    void isNeverValidIfItEndsWhenItStarts() {
        assertThat(new Validity(NOVEMBER, NOVEMBER).contains(NOVEMBER)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(DECEMBER, NOVEMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0001-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
    void refusesInstantsThatRfc3339CannotWrite(Instant instant) {
        var first = Instant.parse("0000-01-01T00:00:00Z");

        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(instant, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(first, instant));
    }

    @Test
    void refusesLimitsThatLeaveNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0L, null, null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(null, 0L, null, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(null, null, new Money(0), false));
        assertThat(new Limits(1L, 1L, new Money(1), true).total()).isEqualTo(1);
    }

    @Test
    void refusesAGroupWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stacking(Stacking.Mode.STACKABLE, " ", 0))
                .withMessageContaining("group");
    }

    @Test
    void takesVersionsFromZero() {
        assertThat(aDiscount().version(0).build().version()).isZero();
        assertThat(new DiscountChange.Withdrawn(new DiscountId("p", "1"), SPAIN, 0).version())
                .isZero();
        assertThat(new StoreChange.Removed(new StoreId("s-1"), SPAIN, 0).version())
                .isZero();
    }

    @Test
    void refusesVersionsBelowZero() {
        var id = new DiscountId("p", "1");
        var store = new StoreId("s-1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> aDiscount().version(-1).build());
        assertThatIllegalArgumentException().isThrownBy(() -> new DiscountChange.Withdrawn(id, SPAIN, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreChange.Removed(store, SPAIN, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreFacts(SPAIN, store, -1, null, null, null));
    }

    @Test
    void tellsOfAChangeWhatItIsAbout() {
        var discount = aDiscount().id("p:1").region("PT").version(7).build();
        var published = new DiscountChange.Published(discount);
        var updated = new StoreChange.Updated(aStore("s-1"));

        assertThat(published.id()).isEqualTo(discount.id());
        assertThat(published.region()).isEqualTo(new Region("PT"));
        assertThat(published.version()).isEqualTo(7);
        assertThat(updated.storeId()).isEqualTo(new StoreId("s-1"));
        assertThat(updated.region()).isEqualTo(SPAIN);
        assertThat(updated.version()).isEqualTo(1);
    }

    @Test
    void keepsRulesInTheirOrderAndUnmodifiable() {
        var discount = aDiscount().rules(minBasket(2), minBasket(1)).build();

        assertThat(discount.rules()).containsExactly(minBasket(2), minBasket(1)).isUnmodifiable();
    }
}
