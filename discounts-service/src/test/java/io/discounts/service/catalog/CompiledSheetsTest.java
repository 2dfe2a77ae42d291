package io.discounts.service.catalog;

import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.discount.json.InvalidDiscountException;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.stores;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

    @Test
    void readsOnceWhatStandsOnSeveralSheetsAndLeavesItOutWhereItIsNotNamed() {
        var ours = new SheetKey(new Region("ES"), ScopeKey.store(new StoreId("s-1")));
        var others = new SheetKey(new Region("ES"), ScopeKey.store(new StoreId("s-2")));
        var ofBoth = DiscountJson.write(
                aDiscount().id("p:1").scope(stores("s-1", "s-2")).build());
        var ofOurs =
                DiscountJson.write(aDiscount().id("p:2").scope(stores("s-1")).build());
        raw.put(ours, sheet(1, ofBoth, ofOurs));
        raw.put(others, sheet(1, ofBoth.clone(), ofOurs.clone()));

        var sheets = compiled.load(List.of(ours, others));

        assertThat(candidates(sheets, ours)).extracting(Candidate::id).containsExactly("p:1", "p:2");
        assertThat(candidates(sheets, others))
                .singleElement()
                .isSameAs(candidates(sheets, ours).getFirst());
    }

    @Test
    void takesFromTheTruthWhatIsUnreadableElsewhere() {
        raw.put(EVERYWHERE, sheet(7, "p:1", "p:2"));
        Source<SheetKey, RawSheet> damaged = keys -> Map.of(EVERYWHERE, sheet(6, "{\"provider\"".getBytes(UTF_8)));

        var sheet = new CompiledSheets(damaged, this::load).load(List.of(EVERYWHERE));

        assertThat(ids(sheet)).containsExactly("p:1", "p:2");
        assertThat(Objects.requireNonNull(sheet.get(EVERYWHERE)).version()).isEqualTo(7);
    }

    @Test
    void failsIfTheTruthIsUnreadable() {
        raw.put(EVERYWHERE, sheet(7, "{}".getBytes(UTF_8)));

        assertThatExceptionOfType(InvalidDiscountException.class).isThrownBy(() -> compiled.load(List.of(EVERYWHERE)));
    }

    private static List<Candidate> candidates(Map<SheetKey, Versioned<Sheet>> sheets, SheetKey key) {
        return Objects.requireNonNull(sheets.get(key)).value().candidates();
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
        return sheet(
                version,
                Stream.of(ids)
                        .map(id -> DiscountJson.write(aDiscount().id(id).build()))
                        .toArray(byte[][]::new));
    }

    private static Versioned<RawSheet> sheet(long version, byte[]... bodies) {
        return new Versioned<>(new RawSheet(List.of(bodies), RawSheet.ALWAYS), version);
    }
}
