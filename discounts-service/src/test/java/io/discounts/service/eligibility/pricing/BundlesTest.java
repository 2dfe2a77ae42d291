package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Selection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.discounts.service.discount.fixtures.DiscountFixtures.categories;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

/** So many for one price. */
class BundlesTest {
    @Test
    void bundlesUnitsOfOneLine() {
        assertThat(bundled(2, 150, null, line("p1", 5, 100))).containsExactly(100);
        assertThat(bundled(5, 150, null, line("p1", 5, 100))).containsExactly(350);
        assertThat(bundled(6, 150, null, line("p1", 5, 100))).containsExactly(0);
    }

    @Test
    void bundlesDearestFirstAcrossLines() {
        // 300 300 | 200 100: 600 − 250 on the second line; 50 shared 2 : 1.
        assertThat(bundled(2, 250, null, line("p1", 1, 100), line("p2", 2, 300), line("p3", 1, 200)))
                .containsExactly(17, 350, 33);
    }

    @Test
    void sharesEachBundlesSavingByItself() {
        // 100 100 100 | 100 50 50: 200 for three units of the first line; 100 shared 100 : 100.
        assertThat(bundled(3, 100, null, line("p1", 4, 100), line("p2", 2, 50))).containsExactly(250, 50);
        // 7 7 | 7 5: 4 on the first line; 2 shared 7 : 5, which is 1.17 and 0.83.
        assertThat(bundled(2, 10, null, line("p1", 3, 7), line("p2", 1, 5))).containsExactly(5, 1);
    }

    @Test
    void givesTheOddMinorUnitToTheEarlierLine() {
        assertThat(bundled(2, 9, null, line("p1", 1, 5), line("p2", 1, 5))).containsExactly(1, 0);
    }

    @Test
    void leavesBundlesThatAreCheaperAnyway() {
        // 300 300 | 100 100
        assertThat(bundled(2, 250, null, line("p1", 2, 100), line("p2", 2, 300)))
                .containsExactly(0, 350);
        assertThat(bundled(2, 250, null, line("p1", 1, 150), line("p2", 1, 100)))
                .containsExactly(0, 0);
    }

    @Test
    void countsBundlesUpToABound() {
        assertThat(bundled(2, 150, 1, line("p1", 5, 100))).containsExactly(50);
        assertThat(bundled(2, 150, 9, line("p1", 5, 100))).containsExactly(100);
        assertThat(bundled(2, 100, 2, line("p1", 1, 100), line("p2", 2, 90), line("p3", 3, 80)))
                .containsExactly(47, 80, 33); // 90 shared 100 : 90, then 70 shared 90 : 80
    }

    @Test
    void goesOnWithinALineAfterABundleOfSeveral() {
        // 100 90 | 90 90 | 90 80
        assertThat(bundled(2, 100, null, line("p1", 1, 100), line("p2", 4, 90), line("p3", 1, 80)))
                .containsExactly(47, 160, 33);
    }

    @Test
    void takesMatchingLinesOnly() {
        var bundle = new Effect.BundlePrice(2, new Money(100), null, null);
        var prices = new Prices(basket(line("p1", 2, 100, "pizza"), line("p2", 2, 300, "drink")));

        assertThat(Bundles.of(bundle, categories("pizza"), prices)).containsExactly(100, 0);
        assertThat(Bundles.of(bundle, categories("salad"), prices)).containsExactly(0, 0);
    }

    private static long[] bundled(int quantity, long amount, @Nullable Integer maxGroups, Basket.Line... lines) {
        var bundle = new Effect.BundlePrice(quantity, new Money(amount), maxGroups, null);
        return Bundles.of(bundle, Selection.EVERYTHING, new Prices(basket(lines)));
    }
}
