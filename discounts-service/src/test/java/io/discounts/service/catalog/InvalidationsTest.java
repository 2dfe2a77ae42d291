package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InvalidationsTest {
    private static final Region SPAIN = new Region("ES");

    @Test
    void readsWhatItWrote() {
        var invalidations = List.<Invalidation>of(
                new Invalidation.OfSheet(SPAIN, ScopeKey.brand("Señor Pizza: El Grande"), 3, Set.of()),
                new Invalidation.OfSheet(SPAIN, ScopeKey.EVERYWHERE, 4, ids(20)),
                new Invalidation.OfStore(SPAIN, new StoreId("s-1"), 12),
                new Invalidation.OfEverything(1L << 40));

        assertThat(Invalidations.read(Invalidations.write(invalidations))).isEqualTo(invalidations);
    }

    @Test
    void tellsNoneOfTheChangesWhereTheyAreMany() {
        assertThat(new Invalidation.OfSheet(SPAIN, ScopeKey.EVERYWHERE, 4, ids(21)).changed())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "sheet\tES\teverywhere",
                "sheet\tES\teverywhere\tnew",
                "sheet\tES\teverywhere\t1\tno id",
                "song\tES\teverywhere\t1",
                "nothing\t1",
                "everything\tnew"
            })
    void refusesAnythingElse(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Invalidations.read(line.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<DiscountId> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new DiscountId("p", "d-" + number))
                .collect(Collectors.toSet());
    }
}
