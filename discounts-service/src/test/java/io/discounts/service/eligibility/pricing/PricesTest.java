package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import org.junit.jupiter.api.Test;

import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.categories;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.fees;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

class PricesTest {
    private final Prices prices = new Prices(basket(line("p1", 2, 950, "pizza"), line("p2", 3, 200, "drink")));

    @Test
    void startAsTheBasketSays() {
        assertThat(prices.lineCount()).isEqualTo(2);
        assertThat(prices.matching(Selection.EVERYTHING)).containsExactly(1900, 600);
        assertThat(List.of(prices.unitsOf(0), prices.unitsOf(1))).containsExactly(2, 3);
    }

    @Test
    void tellNothingOfLinesThatDoNotMatch() {
        assertThat(prices.matching(categories("drink"))).containsExactly(0, 600);
        assertThat(prices.matches(0, categories("drink"))).isFalse();
        assertThat(prices.matches(1, categories("drink"))).isTrue();
        assertThat(prices.haveAny(categories("drink"))).isTrue();
        assertThat(prices.haveAny(categories("salad"))).isFalse();
    }

    @Test
    void runDownByWhatIsTakenOffLines() {
        prices.take(Saving.ofLines(Target.Items.ALL, new long[] {400, 1}));
        prices.take(Saving.ofLines(Target.Items.ALL, new long[] {0, 10}));

        assertThat(List.of(prices.ofLine(0), prices.ofLine(1))).containsExactly(1500L, 589L);
    }

    @Test
    void runDownByWhatIsTakenOffOneFee() {
        var withFees = new Prices(fees(290, 100));

        withFees.take(Saving.ofFee(Target.Fee.DELIVERY, 90));
        withFees.take(Saving.ofFee(Target.Fee.SERVICE, 1));

        assertThat(withFees.of(Target.Fee.DELIVERY)).isEqualTo(200);
        assertThat(withFees.of(Target.Fee.SERVICE)).isEqualTo(99);
        assertThat(withFees.ofLine(0)).isEqualTo(1000);
    }
}
