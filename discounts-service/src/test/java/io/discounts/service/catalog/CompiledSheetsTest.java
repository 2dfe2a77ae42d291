package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.json.DiscountJson;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class CompiledSheetsTest {
    private static final SheetKey EVERYWHERE = new SheetKey(new Region("ES"), ScopeKey.EVERYWHERE);
    private static final SheetKey PIZZAS = new SheetKey(new Region("ES"), ScopeKey.brand("pizzas"));

    private final Map<SheetKey, Versioned<RawSheet>> raw = new HashMap<>();
    private final CompiledSheets compiled = new CompiledSheets(this::load);

    @Test
    void keepsWhatHasNotChanged() {
        raw.put(EVERYWHERE, sheet(7, "p:1"));
        var before = compiled.load(List.of(EVERYWHERE));

        var after = compiled.renew(List.of(EVERYWHERE), before);

        assertThat(after.get(EVERYWHERE)).isSameAs(before.get(EVERYWHERE));
    }

    @Test
    void compilesWhatHasChanged() {
        raw.put(EVERYWHERE, sheet(7, "p:1"));
        var before = compiled.load(List.of(EVERYWHERE));
        raw.put(EVERYWHERE, sheet(8, "p:1", "p:2"));

        assertThat(ids(compiled.renew(List.of(EVERYWHERE), before))).containsExactly("p:1", "p:2");
    }

    @Test
    void leavesOutWhatDoesNotNameTheKey() {
        raw.put(PIZZAS, sheet(1, "p:1"));

        assertThat(compiled.load(List.of(PIZZAS)).get(PIZZAS))
                .satisfies(sheet -> assertThat(sheet.value().candidates()).isEmpty());
    }

    private Map<SheetKey, Versioned<RawSheet>> load(Collection<SheetKey> keys) {
        var found = new HashMap<>(raw);
        found.keySet().retainAll(keys);
        return found;
    }

    private static List<String> ids(Map<SheetKey, Versioned<Sheet>> sheets) {
        return sheets.values().stream()
                .flatMap(sheet -> sheet.value().candidates().stream())
                .map(Candidate::id)
                .toList();
    }

    /** Discounts everywhere. */
    private static Versioned<RawSheet> sheet(long version, String... ids) {
        return new Versioned<>(
                new RawSheet(
                        List.of(ids).stream()
                                .map(id -> DiscountJson.write(aDiscount().id(id).build()))
                                .toList(),
                        RawSheet.ALWAYS),
                version);
    }
}
