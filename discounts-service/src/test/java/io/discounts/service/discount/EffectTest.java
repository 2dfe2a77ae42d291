package io.discounts.service.discount;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import java.util.List;
import java.util.function.Supplier;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class EffectTest {
    private static final Money ONE = new Money(1);
    private static final Money NOTHING = new Money(0);
    private static final Percent HALF = new Percent(50_00);
    private static final Percent NONE = new Percent(0);

    static final List<Arguments> INVALID = List.of(
            arguments("percent", effect(() -> new Effect.PercentageOff(NONE, null))),
            arguments("maxAmount", effect(() -> new Effect.PercentageOff(HALF, NOTHING))),
            arguments("amount", effect(() -> new Effect.AmountOff(NOTHING, Effect.Per.TARGET))),
            arguments("maxAmount", effect(() -> new Effect.FixedPrice(ONE, NOTHING))),
            arguments("buy", effect(() -> offer(0, 1, HALF, null, null))),
            arguments("get", effect(() -> offer(1, 0, HALF, null, null))),
            arguments("percent", effect(() -> offer(1, 1, NONE, null, null))),
            arguments("trigger", effect(() -> offer(1, 1, HALF, Selection.EVERYTHING, null))),
            arguments("maxGroups", effect(() -> offer(1, 1, HALF, null, 0))),
            arguments("maxAmount", effect(() -> new Effect.BuyXGetY(1, 1, HALF, null, null, NOTHING))),
            arguments("quantity", effect(() -> new Effect.BundlePrice(0, ONE, null, null))),
            arguments("amount", effect(() -> new Effect.BundlePrice(1, NOTHING, null, null))),
            arguments("maxGroups", effect(() -> new Effect.BundlePrice(1, ONE, 0, null))),
            arguments("maxAmount", effect(() -> new Effect.BundlePrice(1, ONE, null, NOTHING))));

    static final List<Effect> ON_ANYTHING = List.of(
            new Effect.PercentageOff(HALF, null),
            new Effect.AmountOff(ONE, Effect.Per.TARGET),
            new Effect.FixedPrice(NOTHING, null));

    static final List<Effect> ON_UNITS = List.of(
            new Effect.AmountOff(ONE, Effect.Per.UNIT),
            offer(1, 1, HALF, null, null),
            new Effect.BundlePrice(1, ONE, null, null));

    @ParameterizedTest(name = "{0} of case {index}")
    @FieldSource("INVALID")
    void refusesAnEffectThatTakesNothingOff(String field, Supplier<Effect> effect) {
        assertThatIllegalArgumentException().isThrownBy(effect::get).withMessageContaining(field);
    }

    @ParameterizedTest
    @FieldSource("ON_ANYTHING")
    void actsOnFees(Effect effect) {
        assertThat(aDiscount().effect(effect).onDeliveryFee().build().effect()).isEqualTo(effect);
        assertThat(aDiscount().effect(effect).onServiceFee().build().effect()).isEqualTo(effect);
    }

    @ParameterizedTest
    @FieldSource("ON_UNITS")
    void actsOnUnitsWhichAFeeDoesNotHave(Effect effect) {
        var discount = aDiscount().effect(effect);

        assertThat(discount.onCategories("pizza").build().effect()).isEqualTo(effect);
        assertThatIllegalArgumentException().isThrownBy(discount.onDeliveryFee()::build);
        assertThatIllegalArgumentException().isThrownBy(discount.onServiceFee()::build);
    }

    @Test
    void mayCostNothingAtAFixedPrice() {
        assertThat(new Effect.FixedPrice(NOTHING, ONE).amount().isZero()).isTrue();
    }

    private static Effect offer(
            int buy, int get, Percent percent, @Nullable Selection trigger, @Nullable Integer maxGroups) {
        return new Effect.BuyXGetY(buy, get, percent, trigger, maxGroups, null);
    }

    private static Supplier<Effect> effect(Supplier<Effect> effect) {
        return effect;
    }
}
