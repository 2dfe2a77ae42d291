package io.discounts.service.discount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RuleTest {
    static final List<Arguments> INVALID = List.of(
            arguments("amount", rule(() -> new Rule.MinBasket(new Money(0), Selection.EVERYTHING))),
            arguments("quantity", rule(() -> new Rule.MinQuantity(0, Selection.EVERYTHING))),
            arguments("anyOf", rule(() -> new Rule.Segment(Set.of(""), Set.of()))),
            arguments("noneOf", rule(() -> new Rule.Segment(Set.of(), Set.of(" ")))),
            arguments("min or max", rule(() -> new Rule.OrderCount(null, null))),
            arguments("min", rule(() -> new Rule.OrderCount(-1, null))),
            arguments("max", rule(() -> new Rule.OrderCount(null, -1))),
            arguments("min must not exceed max", rule(() -> new Rule.OrderCount(2, 1))),
            arguments("windows", rule(() -> new Rule.Schedule(ZoneId.of("UTC"), List.of()))),
            arguments("anyOf", rule(() -> new Rule.PaymentMethod(Set.of()))),
            arguments("anyOf", rule(() -> new Rule.Platform(Set.of()))),
            arguments("anyOf", rule(() -> new Rule.Fulfilment(Set.of()))),
            arguments("anyOf", rule(() -> new Rule.Customer(Set.of()))));

    @ParameterizedTest(name = "{0} of case {index}")
    @FieldSource("INVALID")
    void refusesARuleThatAsksNothing(String field, Supplier<Rule> rule) {
        assertThatIllegalArgumentException().isThrownBy(rule::get).withMessageContaining(field);
    }

    @Test
    void letsASegmentRuleAskNothing() {
        assertThat(new Rule.Segment(Set.of(), Set.of()).anyOf()).isEmpty();
    }

    @Test
    void boundsOrderCountsOnEitherSideOrBoth() {
        assertThat(new Rule.OrderCount(0, null).max()).isNull();
        assertThat(new Rule.OrderCount(null, 0).min()).isNull();
        assertThat(new Rule.OrderCount(3, 3).min()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+01:00", "UTC+1", "Z"})
    void wantsTimezonesByTheirIanaNames(String timezone) {
        var always = List.of(window("00:00", "00:00", DayOfWeek.MONDAY));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule.Schedule(ZoneId.of(timezone), always))
                .withMessageContaining("timezone");
    }

    @Test
    void keepsWindowsThatAreNoLongerTheCallers() {
        var windows = new ArrayList<>(List.of(window("12:00", "16:00", DayOfWeek.MONDAY)));
        var schedule = new Rule.Schedule(ZoneId.of("Europe/Madrid"), windows);

        windows.clear();

        assertThat(schedule.windows()).hasSize(1).isUnmodifiable();
    }

    private static Supplier<Rule> rule(Supplier<Rule> rule) {
        return rule;
    }
}
