package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.discounts.service.discount.fixtures.DiscountFixtures.categories;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

/** Buy some, get some for less. */
class UnitOffersTest {
    private static final Basket.Line[] SIX_PIZZAS = {line("p1", 1, 500), line("p2", 2, 900), line("p3", 3, 700)};

    @Test
    void givesTheLastOfEachGroupDearestFirst() {
        // 900 900 700 | 700 700 500
        assertThat(free(2, 1, null, SIX_PIZZAS)).containsExactly(500, 0, 700);
    }

    @Test
    void givesSeveralOfAGroup() {
        // 900 [900 700] | 700 [700 500]
        assertThat(free(1, 2, null, SIX_PIZZAS)).containsExactly(500, 900, 1400);
    }

    @Test
    void leavesAnIncompleteGroupAtItsPrice() {
        // 900 900 700 [700] | 700 500
        assertThat(free(3, 1, null, SIX_PIZZAS)).containsExactly(0, 0, 700);
        assertThat(free(6, 1, null, SIX_PIZZAS)).containsOnly(0);
        assertThat(free(5, 1, null, SIX_PIZZAS)).containsExactly(500, 0, 0);
    }

    @Test
    void countsGroupsUpToABound() {
        // 900 [900] | 700 [700] | 700 [500]
        assertThat(free(1, 1, 1, SIX_PIZZAS)).containsExactly(0, 900, 0);
        assertThat(free(1, 1, 2, SIX_PIZZAS)).containsExactly(0, 900, 700);
        assertThat(free(1, 1, 9, SIX_PIZZAS)).containsExactly(500, 900, 700);
    }

    @Test
    void reachesOverLinesOfEqualPriceInTheirOrder() {
        assertThat(free(1, 1, null, line("p1", 1, 100), line("p2", 1, 100))).containsExactly(0, 100);
        assertThat(free(3, 2, null, line("p1", 4, 100), line("p2", 6, 100))).containsExactly(100, 300);
    }

    @Test
    void countsHugeGroupsWithoutOverflow() {
        assertThat(free(Integer.MAX_VALUE, Integer.MAX_VALUE, null, SIX_PIZZAS)).containsOnly(0);
    }

    @Test
    void roundsEachUnitHalfUp() {
        var half = new Effect.BuyXGetY(1, 2, new Percent(50_00), null, null, null);

        // Two units at 2.5 cents of saving each: 3 and 3, not 5.
        assertThat(saved(half, Selection.EVERYTHING, line("p1", 3, 5))).containsExactly(6);
    }

    @Test
    void unlocksTheCheapestOtherUnitsTiesToTheLaterLine() {
        var lines = new Basket.Line[] {
            line("p1", 3, 900, "pizza"),
            line("p2", 1, 200, "drink"),
            line("p3", 2, 150, "drink"),
            line("p4", 1, 150, "drink")
        };

        assertThat(drinksFor(3, 1, null, lines)).containsExactly(0, 0, 0, 150);
        assertThat(drinksFor(1, 1, null, lines)).containsExactly(0, 0, 300, 150);
        assertThat(drinksFor(3, 9, null, lines)).containsExactly(0, 200, 300, 150);
        assertThat(drinksFor(1, 1, 2, lines)).containsExactly(0, 0, 150, 150);
        assertThat(drinksFor(4, 1, null, lines)).containsOnly(0);
    }

    @Test
    void countsAUnitThatMatchesBothForTheTrigger() {
        var both = line("p1", 2, 100, "pizza", "drink");

        assertThat(drinksFor(2, 1, null, both)).containsExactly(0);
        assertThat(drinksFor(2, 1, null, both, line("p2", 1, 300, "drink"))).containsExactly(0, 300);
    }

    private static long[] free(int buy, int get, @Nullable Integer maxGroups, Basket.Line... lines) {
        return saved(new Effect.BuyXGetY(buy, get, Percent.FULL, null, maxGroups, null), Selection.EVERYTHING, lines);
    }

    private static long[] drinksFor(int pizzas, int drinks, @Nullable Integer maxGroups, Basket.Line... lines) {
        var offer = new Effect.BuyXGetY(pizzas, drinks, Percent.FULL, categories("pizza"), maxGroups, null);
        return saved(offer, categories("drink"), lines);
    }

    private static long[] saved(Effect.BuyXGetY offer, Selection selection, Basket.Line... lines) {
        return UnitOffers.of(offer, selection, new Prices(basket(lines)));
    }
}
