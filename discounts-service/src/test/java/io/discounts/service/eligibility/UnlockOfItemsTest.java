package io.discounts.service.eligibility;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.categories;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minQuantity;
import static io.discounts.service.eligibility.FactsFixtures.ALL_KNOWN;
import static io.discounts.service.eligibility.Unlocked.text;
import static io.discounts.service.eligibility.Unlocked.unlocks;
import static io.discounts.service.eligibility.Unlocked.withRules;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

class UnlockOfItemsTest {
    static Stream<Arguments> rulesThatPizzasMiss() {
        return Stream.of(
                unlocks("add 600 to the basket", minBasket(2500)),
                unlocks("add 700 of drinks to the basket", worth(700, "drinks")),
                unlocks("add 100 of pizza or calzone to the basket", worth(2000, "pizza", "calzone")),
                unlocks("add 1 of a or b or c or others to the basket", worth(1, "a", "b", "c", "d")),
                unlocks("add 1 item to the basket", minQuantity(3)),
                unlocks("add 3 items of drinks to the basket", units(3, "drinks")),
                unlocks("add 3 items of drinks worth 600 to the basket", units(3, "drinks"), worth(600, "drinks")),
                unlocks("add 3 items worth 600 to the basket", minBasket(2500), minQuantity(5)));
    }

    @ParameterizedTest
    @MethodSource("rulesThatPizzasMiss")
    void addsWhatTheRulesMiss(String text, List<Rule> rules) {
        assertThat(text(withRules(rules), ALL_KNOWN)).isEqualTo(text);
    }

    static Stream<Arguments> rulesThatMeet() {
        return Stream.of(
                unlocks("add 700 of pizza to the basket", worth(2600, "pizza"), worth(2500, "pizza", "drinks")),
                unlocks(
                        "add 500 of drinks to the basket",
                        worth(2400, "pizza", "drinks"),
                        worth(300, "drinks", "cake")),
                unlocks(
                        "add 300 of drinks to the basket and add 200 of cake to the basket",
                        worth(300, "drinks"),
                        worth(200, "cake")),
                unlocks(
                        "add 300 of drinks to the basket and add 300 to the basket",
                        minBasket(2500),
                        worth(300, "drinks")),
                unlocks("add 700 of drinks to the basket", minBasket(2500), worth(700, "drinks")),
                unlocks(
                        "add 300 of drinks to the basket and add 1 item to the basket",
                        minQuantity(4),
                        worth(300, "drinks")));
    }

    @ParameterizedTest
    @MethodSource("rulesThatMeet")
    void addsOnceWhatServesSeveralRules(String text, List<Rule> rules) {
        assertThat(text(withRules(rules), ALL_KNOWN)).isEqualTo(text);
    }

    static Stream<Arguments> effectsWithoutSaving() {
        var half = new Percent(50_00);
        return Stream.of(
                effect("add 1 of drinks to the basket", new Effect.PercentageOff(half, null), "drinks"),
                effect("add 50 of drinks to the basket", new Effect.PercentageOff(new Percent(1_00), null), "drinks"),
                effect(
                        "add 1 of drinks to the basket",
                        new Effect.AmountOff(new Money(300), Effect.Per.TARGET),
                        "drinks"),
                effect("add 951 of pizza to the basket", new Effect.FixedPrice(new Money(950), null), "pizza"),
                effect("add 1 of pizza to the basket", buy(2, 1, null), "pizza"),
                effect(
                        "add 2 items of pizza worth 1, 1 of them for 1 or more, to the basket",
                        buy(2, 2, null),
                        "pizza"),
                effect(
                        "add 3 items of drinks worth 3, 3 of them for 1 or more, to the basket",
                        buy(2, 1, null),
                        "drinks"),
                effect("add 601 of pizza to the basket", bundle(3, 2500), "pizza"),
                effect("add 1051 of pizza to the basket", bundle(2, 2000), "pizza"),
                effect("add 2 items of pizza worth 1101 to the basket", bundle(4, 3000), "pizza"),
                effect("add 1 of drinks to the basket", buy(1, 1, categories("pizza")), "drinks"),
                effect("add 1 item of cake to the basket", buy(1, 1, categories("cake")), "pizza"),
                effect(
                        "add 2 items of cake to the basket and add 1 of drinks to the basket",
                        buy(2, 1, categories("cake")),
                        "drinks"));
    }

    @ParameterizedTest
    @MethodSource("effectsWithoutSaving")
    void addsWhatTheEffectNeedsToSaveSomething(String text, Effect effect, String category) {
        var discount = aDiscount().effect(effect).onCategories(category).build();

        assertThat(text(discount, ALL_KNOWN)).isEqualTo(text);
    }

    @Test
    void addsDearItemsWhereCheapOnesWouldTakeTheirPlaceInAnOffer() {
        var offer = aDiscount()
                .effect(new Effect.BuyXGetY(1, 1, new Percent(1_00), categories("pizza"), 1, null))
                .onCategories("drinks")
                .rules(units(3, "drinks"))
                .build();
        var basket = basket(line("p1", 1, 950, "pizza"), line("p2", 1, 300, "drinks"));

        assertThat(text(offer, ALL_KNOWN, basket))
                .isEqualTo("add 2 items of drinks worth 100, 2 of them for 50 or more, to the basket");
    }

    @Test
    void putsWhatABundleNeedsIntoOneUnitRatherThanIntoEach() {
        var bundle = aDiscount()
                .effect(bundle(2, 9))
                .rules(worth(8, "pizza"), minBasket(25))
                .build();
        var basket = basket(line("p1", 2, 2, "pizza"), line("p2", 3, 4, "drinks"));

        assertThat(text(bundle, ALL_KNOWN, basket)).isEqualTo("add 6 of pizza to the basket and add 3 to the basket");
    }

    @Test
    void hasNoneWhereTheOnlyItemsToAddAreOfTheTriggerItself() {
        var offer = aDiscount()
                .effect(buy(1, 1, categories("drinks")))
                .onCategories("drinks")
                .build();

        assertThat(text(offer, ALL_KNOWN)).isNull();
    }

    private static Arguments effect(String text, Effect effect, String category) {
        return Arguments.of(text, effect, category);
    }

    private static Effect buy(int buy, int get, @Nullable Selection trigger) {
        return new Effect.BuyXGetY(buy, get, Percent.FULL, trigger, null, null);
    }

    private static Effect bundle(int quantity, long amount) {
        return new Effect.BundlePrice(quantity, new Money(amount), null, null);
    }

    private static Rule worth(long amount, String... of) {
        return new Rule.MinBasket(new Money(amount), ordered(of));
    }

    private static Rule units(int quantity, String... of) {
        return new Rule.MinQuantity(quantity, ordered(of));
    }

    private static Selection ordered(String... of) {
        return new Selection(Set.of(), new LinkedHashSet<>(List.of(of)));
    }
}
