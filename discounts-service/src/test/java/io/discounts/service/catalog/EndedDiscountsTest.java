package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.Validity;
import io.discounts.service.discount.json.DiscountJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.catalog.CatalogFixture.withdrawn;
import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;

/** What has ended long ago stands in no cached sheet, and nothing else is missing there. */
@ServiceTest
class EndedDiscountsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SheetKey SHEET = new SheetKey(SPAIN, ScopeKey.store(new StoreId("s-1")));
    private static final int ENDED = 1_000;
    private static final int RUNNING = 30;

    private static OwnCatalog own;

    @BeforeAll
    static void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "ends");
    }

    @AfterAll
    static void closeSchema() {
        own.close();
    }

    @BeforeEach
    void emptySchema() {
        own.empty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"discount", "discount_shadow"})
    void hasTheEndOfEveryDiscountBesideAllOfItsKeysHoweverItCame(String table) {
        own.rebuild().begin();
        OwnCatalog.applyInBatches(own.live(), new RandomCatalog(40, 8).shuffledDuplicates(new Random(5)), 17);

        var rows = ends(table.replace("discount", "discount_scope"), table);

        assertThat(rows)
                .hasSizeGreaterThan(40)
                .allSatisfy(row -> assertThat(row.column()).isEqualTo(row.told()));
    }

    @Test
    void movesTheEndThatADiscountWithTheSameKeysHas() {
        var version = 0;
        for (var end : List.of(NOON, NOON.plusSeconds(60), NOON.minusSeconds(60))) {
            own.live().apply(published(ending("p:1", ++version, end)));

            assertThat(ends("discount_scope", "discount"))
                    .extracting(Row::column)
                    .containsOnly(EndColumn.of(new Validity(Instant.EPOCH, end)));
        }
    }

    @Test
    void showsADiscountThatEndsLaterThanItFirstSaid() {
        own.live().apply(updated(aStore("s-1")), published(ending("p:1", 1, NOON.minusSeconds(60))));
        assertThat(running(since(NOON), NOON)).isEmpty();

        own.live().apply(published(ending("p:1", 2, NOON.plusSeconds(60))));
        assertThat(running(since(NOON), NOON)).containsExactly("p:1@2");

        own.live().apply(published(ending("p:1", 3, null)));
        assertThat(running(since(NOON), NOON)).containsExactly("p:1@3");
    }

    @Test
    void answersAnyMomentAsIfNothingWereLeftOut() {
        var random = new Random(19);
        var moments = new ArrayList<>(List.of(NOON, NOON.minusMillis(1), NOON.plusNanos(1), NOON.minusSeconds(1_000)));
        var changes = new ArrayList<CatalogChange>(List.of(updated(aStore("s-1"))));
        for (int number = 0; number < 60; number++) {
            var end = number % 7 == 0 ? null : NOON.plusNanos(random.nextLong(-20_000_000, 20_000_000));
            changes.add(published(ending("p:" + number, 1, end)));
            if (number % 5 == 0) {
                changes.add(withdrawn(ending("p:" + number, 1, end), 2));
            }
            if (end != null) {
                moments.addAll(List.of(end, end.minusNanos(1), end.plusMillis(1)));
            }
        }
        own.live().apply(changes);

        for (var moment : moments) {
            assertThat(running(since(NOON), moment))
                    .as("at %s", moment)
                    .isEqualTo(running(CandidateSearch.uncached(client(), metrics(), CatalogTables.LIVE), moment));
        }
        assertThat(raw(NOON).bodies())
                .hasSizeLessThan(raw(RawSheet.ALWAYS).bodies().size());
    }

    @Test
    void leavesOutOfTheShadowNothingEither() {
        own.rebuild().begin();
        own.live().apply(updated(aStore("s-1")), published(ending("p:1", 1, NOON.minusSeconds(60))));

        assertThat(own.shadow().covering(SPAIN, "s-1")).containsExactly("p:1@1");
        assertThat(own.rebuild().compare().areEqual()).isTrue();
        assertThat(own.rebuild().swap()).isInstanceOf(SwapOutcome.Swapped.class);
        assertThat(raw(NOON).bodies()).isEmpty();
        assertThat(raw(NOON.minusSeconds(61)).bodies()).hasSize(1);
    }

    @Test
    void sumsUpEqualWhereOnlyTheEndsInTheIndexDiffer() {
        own.live().apply(published(ending("p:1", 1, NOON)));
        var before = own.rebuild().live();

        assertThat(own.jdbc().update("UPDATE discount_scope SET ends_at = DEFAULT"))
                .isPositive();

        assertThat(own.rebuild().live()).isEqualTo(before);
    }

    @Test
    void readsNoDiscountThatHasEnded() {
        own.live()
                .apply(IntStream.range(0, ENDED + RUNNING)
                        .mapToObj(number -> published(
                                ending("p:" + number, 1, number < ENDED ? NOON.minusSeconds(1) : NOON.plusSeconds(1))))
                        .toList());

        assertThat(rowsLookedUp(RawSheet.ALWAYS)).isGreaterThan(ENDED);
        assertThat(rowsLookedUp(NOON)).isBetween((long) RUNNING, RUNNING + 20L);
    }

    private long rowsLookedUp(Instant since) {
        return Objects.requireNonNull(own.transaction().execute(status -> {
            var before = lookUps();
            raw(since);
            return lookUps() - before;
        }));
    }

    private static long lookUps() {
        return Objects.requireNonNull(own.jdbc()
                .queryForObject(
                        "SHOW SESSION STATUS LIKE 'Handler_read_key'",
                        (row, number) -> Long.parseLong(row.getString(2))));
    }

    /** A cached search but for the caching: recent sheets are complete since a moment, whole ones are behind them. */
    private static SheetsInTime since(Instant since) {
        return new SheetsInTime(
                Lookup.of(new CompiledSheets(new JdbcSheets(client(), metrics(), CatalogTables.LIVE, () -> since))),
                Lookup.of(new CompiledSheets(new JdbcSheets(client(), metrics(), CatalogTables.LIVE))));
    }

    private static List<String> running(SheetsInTime sheets, Instant moment) {
        var stores = Lookup.of(new KnownStores(new JdbcStores(client(), metrics(), CatalogTables.LIVE)));
        return running(new CandidateSearch(stores, sheets.at(moment)), moment);
    }

    private static List<String> running(CandidateSearch search, Instant moment) {
        var store = search.find(SPAIN, List.of(new StoreId("s-1"))).stores().getFirst();
        return store.sheets().stream()
                .flatMap(sheet -> sheet.runningAt(moment).stream())
                .map(candidate -> candidate.id() + "@" + candidate.discount().version())
                .toList();
    }

    private record Row(LocalDateTime column, LocalDateTime told) {}

    /** What the index says of a discount's end, and what the discount itself says. */
    private static List<Row> ends(String scopes, String discounts) {
        return own.jdbc()
                .query(
                        "SELECT named.ends_at, discount.body FROM " + scopes + " named JOIN " + discounts
                                + " discount USING (region, provider, external_id)",
                        (row, number) -> new Row(
                                row.getObject(1, LocalDateTime.class),
                                EndColumn.of(DiscountJson.read(row.getBytes(2)).validity())));
    }

    private static RawSheet raw(Instant since) {
        var sheets = new JdbcSheets(client(), metrics(), CatalogTables.LIVE, () -> since);
        return Objects.requireNonNull(sheets.load(List.of(SHEET)).get(SHEET)).value();
    }

    private static Discount ending(String id, long version, @Nullable Instant end) {
        return aDiscount()
                .id(id)
                .version(version)
                .inStores("s-1")
                .validity(new Validity(NOON.minus(Duration.ofDays(2)), end))
                .build();
    }

    private static JdbcClient client() {
        return JdbcClient.create(own.jdbc());
    }

    private static CatalogMetrics metrics() {
        return new CatalogMetrics(new SimpleMeterRegistry());
    }
}
