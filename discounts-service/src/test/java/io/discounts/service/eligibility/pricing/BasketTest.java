package io.discounts.service.eligibility.pricing;

import io.discounts.service.discount.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.categories;
import static io.discounts.service.discount.fixtures.DiscountFixtures.products;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.basket;
import static io.discounts.service.eligibility.fixtures.BasketFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BasketTest {
    private final Basket basket = basket(line("p1", 2, 950, "pizza"), line("p2", 3, 200, "drink", "cold"));

    @Test
    void addsUpAllOrMatchingLines() {
        assertThat(basket.itemsTotal()).isEqualTo(2500);
        assertThat(basket.total(categories("cold"))).isEqualTo(600);
        assertThat(basket.total(products("p9"))).isZero();
    }

    @Test
    void countsUnitsNotLines() {
        assertThat(basket.units(Selection.EVERYTHING)).isEqualTo(5);
        assertThat(basket.units(products("p1"))).isEqualTo(2);
        assertThat(basket.units(categories("salad"))).isZero();
    }

    @Test
    void hasOneToFiveHundredLines() {
        assertThat(basket(lines(1)).lines()).hasSize(1);
        assertThat(basket(lines(500)).lines()).hasSize(500);
        assertThatIllegalArgumentException().isThrownBy(() -> basket());
        assertThatIllegalArgumentException().isThrownBy(() -> basket(lines(501)));
    }

    @Test
    void refusesALineIdThatStandsTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> basket(line("p1", 1, 1), line("p1", 2, 2)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "1000, 1000000000, 1000000000000"})
    void allowsQuantityAndPriceUpToTheirBounds(int quantity, long unitPrice, long price) {
        assertThat(line("p1", quantity, unitPrice).price()).isEqualTo(price);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1001, 1", "1, -1", "1, 1000000001"})
    void refusesQuantityAndPriceBeyondTheirBounds(int quantity, long unitPrice) {
        assertThatIllegalArgumentException().isThrownBy(() -> line("p1", quantity, unitPrice));
    }

    private static Basket.Line[] lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> line("p" + i, 1, 1)).toArray(Basket.Line[]::new);
    }
}
