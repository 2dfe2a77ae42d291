package io.discounts.sdk.testkit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FakeDiscountTest {
    private final FakeDiscount plain = discount("partner-promotions:42");

    @Test
    void isTenPercentOffEverythingUnlessSaidOtherwise() {
        assertThat(plain.listed())
                .containsEntry("id", "partner-promotions:42")
                .containsEntry("provider", "partner-promotions")
                .containsEntry("currency", "EUR")
                .containsEntry("effect", Map.of("type", "percentage_off", "percent", BigDecimal.TEN))
                .containsEntry("target", Map.of("type", "items"))
                .containsEntry("conditions", List.of())
                .doesNotContainKey("validUntil");
        assertThat(plain.savingOn(1_000)).isEqualTo(100);
        assertThat(plain.uses()).isEqualTo(Long.MAX_VALUE);
        assertThat(plain.isValidAt(TickingClock.START)).isTrue();
    }

    @Test
    void saysWhatItWasTold() {
        var until = TickingClock.START;
        var told = plain.label("Two off")
                .in("USD")
                .amountOff(200)
                .minBasket(1_500)
                .priority(7)
                .validUntil(until)
                .uses(3);

        assertThat(told.listed())
                .containsEntry("label", "Two off")
                .containsEntry("currency", "USD")
                .containsEntry("effect", Map.of("type", "amount_off", "amount", 200L))
                .containsEntry("conditions", List.of(Map.of("type", "min_basket", "amount", 1_500L)))
                .containsEntry("validUntil", until);
        assertThat(told.priority()).isEqualTo(7);
        assertThat(told.uses()).isEqualTo(3);
        assertThat(told.minBasket()).isEqualTo(1_500);
    }

    @Test
    void changesACopyAndNeverItself() {
        plain.label("other").in("USD").percentOff(50).minBasket(1).priority(1).uses(0);

        assertThat(plain.listed()).isEqualTo(discount("partner-promotions:42").listed());
        assertThat(plain.priority()).isZero();
        assertThat(plain.uses()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isValidUntilItsEndExclusive() {
        var ending = plain.validUntil(TickingClock.START);

        assertThat(ending.isValidAt(TickingClock.START.minusNanos(1))).isTrue();
        assertThat(ending.isValidAt(TickingClock.START)).isFalse();
    }

    @Test
    void roundsHalfUp() {
        assertThat(plain.percentOff(15).savingOn(330)).isEqualTo(50); // 49.5
        assertThat(plain.percentOff(15).savingOn(329)).isEqualTo(49); // 49.35
        assertThat(plain.percentOff(new BigDecimal("33.33")).savingOn(10_000)).isEqualTo(3_333);
        assertThat(plain.percentOff(100).savingOn(999)).isEqualTo(999);
    }

    @Test
    void takesAnAmountOffAsFarAsItGoes() {
        assertThat(plain.amountOff(200).savingOn(150)).isEqualTo(150);
        assertThat(plain.amountOff(200).savingOn(250)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "a:", ":b", "a:b:c", "a b:c"})
    void refusesIdsThatTheContractDoes(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> discount(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "100.01", "33.333"})
    void refusesPercentagesThatTheContractDoes(BigDecimal percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.percentOff(percent));
    }

    @Test
    void refusesAnAmountOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.amountOff(0));
    }
}
