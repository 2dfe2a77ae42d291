package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class NewestChangesTest {
    private static final DiscountId PIZZAS = new DiscountId("partner-promotions", "42");

    @Test
    void keepsTheHighestVersionOfEachSubject() {
        var old = published(1);
        var withdrawn = new DiscountChange.Withdrawn(PIZZAS, SPAIN, 3);
        var late = published(2);

        var newest = NewestChanges.of(List.of(old, withdrawn, late));

        assertThat(newest.discounts().values()).containsExactly(withdrawn);
    }

    @Test
    void tellsOnlyTheKeptChangeAsWritten() {
        var first = published(2);
        var twin = published(2);
        var newest = NewestChanges.of(List.<CatalogChange>of(first, twin));
        var rows = Set.of(new DiscountRow(SPAIN, PIZZAS));

        assertThat(newest.wasWritten(first, rows, Set.of())).isTrue();
        assertThat(newest.wasWritten(twin, rows, Set.of())).isFalse();
        assertThat(newest.wasWritten(first, Set.of(), Set.of())).isFalse();
    }

    @Test
    void tellsRegionsApart() {
        var spain = new DiscountChange.Withdrawn(PIZZAS, SPAIN, 1);
        var france = new DiscountChange.Withdrawn(PIZZAS, new Region("FR"), 1);

        assertThat(NewestChanges.of(List.of(spain, france)).discounts()).hasSize(2);
    }

    private static DiscountChange published(long version) {
        return new DiscountChange.Published(
                aDiscount().id("partner-promotions:42").version(version).build());
    }
}
