package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class SheetChangesTest {
    private static final SheetKey SHEET = new SheetKey(new Region("ES"), ScopeKey.EVERYWHERE);
    private static final DiscountId ONE = new DiscountId("p", "1");
    private static final DiscountId OTHER = new DiscountId("p", "2");

    private final SheetChanges changes = new SheetChanges();

    @Test
    void tellsWhatHasChangedSinceAVersion() {
        heard(3, ONE);
        heard(2, OTHER);

        assertThat(changes.after(SHEET, 1)).isEqualTo(Map.of(2L, Set.of(OTHER), 3L, Set.of(ONE)));
        assertThat(changes.after(SHEET, 2)).isEqualTo(Map.of(3L, Set.of(ONE)));
        assertThat(changes.after(SHEET, 3)).isEmpty();
    }

    @Test
    void tellsNothingBehindAGap() {
        heard(2, ONE);
        heard(4, OTHER);

        assertThat(changes.after(SHEET, 1)).containsOnlyKeys(2L);
    }

    @Test
    void doesNotKnowAChangeThatWasTooLargeToTell() {
        changes.note(new Invalidation.OfSheet(SHEET.region(), SHEET.key(), 2, Set.of()));

        assertThat(changes.after(SHEET, 1)).isEmpty();
    }

    @Test
    void knowsNothingOfAnotherGenerationOfSheets() {
        heard(new Generation(1).version(2), ONE);

        assertThat(changes.after(SHEET, new Generation(0).version(1))).isEmpty();
    }

    @Test
    void putsTogetherWhatLiesBetweenTwoVersions() {
        var known = Map.of(2L, Set.of(ONE), 3L, Set.of(OTHER));

        assertThat(SheetChanges.between(1, 3, known)).contains(Set.of(ONE, OTHER));
        assertThat(SheetChanges.between(2, 3, known)).contains(Set.of(OTHER));
        assertThat(SheetChanges.between(1, 4, known)).isEmpty();
        assertThat(SheetChanges.between(0, 2, known)).isEmpty();
    }

    private void heard(long version, DiscountId changed) {
        changes.note(new Invalidation.OfSheet(SHEET.region(), SHEET.key(), version, Set.of(changed)));
    }
}
