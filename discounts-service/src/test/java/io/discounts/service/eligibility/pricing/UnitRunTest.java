package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.categories;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

class UnitRunTest {
    @Test
    void sortsDearestFirstThenInLineOrder() {
        var prices = new Prices(basket(line("p1", 1, 100), line("p2", 2, 300), line("p3", 3, 100)));

        assertThat(UnitRun.dearestFirst(prices, Selection.EVERYTHING))
                .containsExactly(new UnitRun(1, 300, 2), new UnitRun(0, 100, 1), new UnitRun(2, 100, 3));
    }

    @Test
    void letsTheFirstUnitsCarryOneMinorUnitMore() {
        var prices = new Prices(basket(line("p1", 3, 100)));
        prices.take(Saving.ofLines(Target.Items.ALL, new long[] {1}));

        assertThat(UnitRun.dearestFirst(prices, Selection.EVERYTHING))
                .containsExactly(new UnitRun(0, 100, 2), new UnitRun(0, 99, 1));
    }

    @Test
    void takesMatchingLinesOnly() {
        var prices = new Prices(basket(line("p1", 1, 100, "pizza"), line("p2", 2, 300, "drink")));

        assertThat(UnitRun.dearestFirst(prices, categories("pizza"))).containsExactly(new UnitRun(0, 100, 1));
    }

    @Test
    void countsUnits() {
        assertThat(UnitRun.units(List.of(new UnitRun(0, 100, 2), new UnitRun(1, 0, 40))))
                .isEqualTo(42);
        assertThat(UnitRun.units(List.of())).isZero();
    }
}
