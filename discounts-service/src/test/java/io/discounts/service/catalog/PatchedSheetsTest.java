package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.json.DiscountJson;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class PatchedSheetsTest {
    private static final SheetKey SHEET = new SheetKey(SPAIN, ScopeKey.store(new StoreId("s-1")));
    private static final Instant SINCE = Instant.parse("2026-10-01T00:00:00Z");

    private final List<SheetKey> loaded = new ArrayList<>();
    private final Map<DiscountRow, byte[]> bodies = new HashMap<>();
    private final SheetChanges changes = new SheetChanges();
    private long version = 1;
    private boolean isAway;
    private Map<SheetKey, Long> held = Map.of();
    private int queries;
    private Instant reach = SINCE;

    private final PatchedSheets sheets = new PatchedSheets(
            this::load, this::held, this::read, changes, Breakers.of("patches", Duration.ofSeconds(1)), () -> reach);

    @Test
    void keepsASheetThatHasNotChanged() {
        var kept = kept(1, discount("p:1", 1));

        assertThat(renewed(kept)).isSameAs(kept);
        assertThat(loaded).isEmpty();
    }

    @Test
    void asksRedisAloneOfWhatNoNewsWasHeardOf() {
        var kept = kept(1, discount("p:1", 1));
        held = Map.of(SHEET, 1L);

        assertThat(renewed(kept)).isSameAs(kept);
        assertThat(queries).isZero();
    }

    @Test
    void asksTheDatabaseWhereRedisHasAnotherVersion() {
        var kept = kept(1, discount("p:1", 1));
        held = Map.of(SHEET, 2L);
        version = 2;

        renewed(kept);

        assertThat(queries).isEqualTo(1);
        assertThat(loaded).containsExactly(SHEET);
    }

    @Test
    void putsWhatHasChangedInItsPlace() {
        var kept = kept(1, discount("p:1", 1), discount("p:2", 1));

        changed(2, discount("p:2", 2));
        changed(3, discount("p:3", 1));

        var renewed = renewed(kept);
        assertThat(renewed.version()).isEqualTo(3);
        assertThat(told(renewed)).containsExactly("p:1@1", "p:2@2", "p:3@1");
        assertThat(loaded).isEmpty();
    }

    @Test
    void takesOffWhatWasWithdrawnOrNamesAnotherStoreNow() {
        var kept = kept(1, discount("p:1", 1), discount("p:2", 1), discount("p:3", 1));

        withdrawn(2, discount("p:1", 2));
        changed(3, aDiscount().id("p:2").version(2).inStores("s-2").build());

        assertThat(told(renewed(kept))).containsExactly("p:3@1");
    }

    @Test
    void loadsASheetOfWhichAChangeWasNotHeard() {
        var kept = kept(1, discount("p:1", 1));

        changed(3, discount("p:1", 3));

        renewed(kept);
        assertThat(loaded).containsExactly(SHEET);
    }

    @Test
    void loadsASheetThatHasChangedMoreThanTheNewsHasTold() {
        var kept = kept(1, discount("p:1", 1));
        changed(2, discount("p:1", 2));

        version = 3;

        renewed(kept);
        assertThat(loaded).containsExactly(SHEET);
    }

    @Test
    void loadsAnewWhatHoldsMuchThatHasEnded() {
        var kept = kept(1, discount("p:1", 1));

        reach = SINCE.plusMillis(1);

        renewed(kept);
        assertThat(loaded).containsExactly(SHEET);
    }

    @Test
    void loadsWhereTheDatabaseDoesNotAnswer() {
        var kept = kept(1, discount("p:1", 1));

        isAway = true;

        renewed(kept);
        assertThat(loaded).containsExactly(SHEET);
    }

    @Test
    void loadsWhereAChangeIsUnreadable() {
        var kept = kept(1, discount("p:1", 1));
        changed(2, discount("p:1", 2));
        bodies.put(row(discount("p:1", 2)), "{}".getBytes(StandardCharsets.UTF_8));

        renewed(kept);
        assertThat(loaded).containsExactly(SHEET);
    }

    @Test
    void loadsWhatNobodyHasKept() {
        sheets.renew(List.of(SHEET), Map.of());
        sheets.load(List.of(SHEET));

        assertThat(loaded).containsExactly(SHEET, SHEET);
    }

    private Versioned<Sheet> renewed(Versioned<Sheet> kept) {
        var renewed = sheets.renew(List.of(SHEET), Map.of(SHEET, kept)).get(SHEET);
        assertThat(renewed).isNotNull();
        return renewed;
    }

    private static List<String> told(Versioned<Sheet> sheet) {
        return sheet.value().candidates().stream()
                .map(candidate -> candidate.id() + "@" + candidate.discount().version())
                .toList();
    }

    private static Versioned<Sheet> kept(long version, Discount... discounts) {
        var candidates = List.of(discounts).stream().map(Candidate::new).toList();
        return new Versioned<>(new Sheet(candidates, SINCE), version);
    }

    private static Discount discount(String id, long version) {
        return aDiscount().id(id).version(version).inStores("s-1").build();
    }

    private void changed(long toVersion, Discount discount) {
        withdrawn(toVersion, discount);
        bodies.put(row(discount), DiscountJson.write(discount));
    }

    private void withdrawn(long toVersion, Discount discount) {
        version = toVersion;
        changes.note(new Invalidation.OfSheet(SPAIN, SHEET.key(), toVersion, Set.of(discount.id())));
    }

    private static DiscountRow row(Discount discount) {
        return new DiscountRow(SPAIN, discount.id());
    }

    private Map<SheetKey, Long> held(Collection<SheetKey> sheetKeys) {
        return held;
    }

    private SheetPatches.Read read(Collection<SheetKey> asked, Collection<DiscountRow> discounts) {
        queries++;
        if (isAway) {
            throw new QueryTimeoutException("away");
        }
        var found = new HashMap<>(bodies);
        found.keySet().retainAll(discounts);
        return new SheetPatches.Read(Map.of(SHEET, version), found);
    }

    private Map<SheetKey, Versioned<Sheet>> load(Collection<SheetKey> keys) {
        loaded.addAll(keys);
        return Map.of(SHEET, new Versioned<>(new Sheet(List.of(), SINCE), version));
    }
}
