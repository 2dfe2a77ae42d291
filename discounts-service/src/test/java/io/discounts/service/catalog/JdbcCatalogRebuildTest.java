package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.updated;
import static io.discounts.service.catalog.CatalogFixture.withdrawn;
import static io.discounts.service.catalog.ChangeOutcome.APPLIED;
import static io.discounts.service.catalog.ChangeOutcome.OUTDATED;
import static io.discounts.service.discount.fixtures.DiscountFixtures.SPAIN;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Rebuilding and swapping on the real database, in a schema of its own. */
@ServiceTest
class JdbcCatalogRebuildTest {
    private static OwnCatalog own;

    private CatalogRebuild rebuild;

    @BeforeAll
    static void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "rebuild");
    }

    @AfterAll
    static void closeSchema() {
        own.close();
    }

    @BeforeEach
    void emptySchema() {
        own.empty();
        rebuild = own.rebuild();
    }

    @Test
    void tellsTheWorldOfLiveChangesAlone() {
        rebuild.begin();
        own.shadow().apply(published(discount(1)));
        assertThat(own.told()).isEmpty();

        own.live().apply(published(discount(1)));
        assertThat(own.told()).hasSize(1);
    }

    @Test
    void hasNoShadowUntilItIsBegunAndAfterItsEnd() {
        assertThat(rebuild.begun()).isFalse();
        assertThat(rebuild.swap()).isEqualTo(new SwapOutcome.NotBegun());
        assertThatIllegalStateException().isThrownBy(() -> own.shadow().apply(published(discount(1))));
        assertThatIllegalStateException().isThrownBy(rebuild::compare);

        rebuild.begin();
        assertThat(rebuild.begun()).isTrue();

        rebuild.end();
        assertThat(rebuild.begun()).isFalse();
        assertThat(own.live().apply(published(discount(1)))).containsExactly(APPLIED);
    }

    @Test
    void beginsAnewWithAnEmptyShadow() {
        rebuild.begin();
        own.shadow().apply(updated(aStore("s-1")), published(discount(1)));

        rebuild.begin();

        assertThat(rebuild.compare().shadow()).isEqualTo(rebuild.live());
        assertThat(rebuild.live().discounts().count()).isZero();
    }

    @Test
    void endsInAWholeShadowWhoeverBeginsAtTheSameTime() {
        var beginners = IntStream.range(0, 3)
                .mapToObj(instance -> CompletableFuture.runAsync(rebuild::begin))
                .toList();
        beginners.forEach(CompletableFuture::join);

        own.live().apply(updated(aStore("s-1")), published(discount(1)));

        assertThat(own.shadow().covering(SPAIN, "s-1")).containsExactly("p:1@1");
    }

    @Test
    void buildsBesideTheLiveCatalogAndTellsNobody() {
        own.live().apply(updated(aStore("s-1")), published(discount(1)));
        var before = rebuild.live();
        rebuild.begin();
        own.outbox().payloads().clear();

        assertThat(own.shadow().apply(updated(aStore("s-1")), published(discount(7)), published(discount(6))))
                .containsExactly(APPLIED, APPLIED, OUTDATED);

        assertThat(own.shadow().covering(SPAIN, "s-1")).containsExactly("p:1@7");
        assertThat(own.live().covering(SPAIN, "s-1")).containsExactly("p:1@1");
        assertThat(rebuild.live()).isEqualTo(before);
        assertThat(own.outbox().payloads()).isEmpty();
    }

    @Test
    void appliesToTheShadowWhatIsAppliedLive() {
        rebuild.begin();

        own.live().apply(updated(aStore("s-1")), published(discount(2)));
        own.shadow().apply(published(discount(1)));

        assertThat(own.shadow().covering(SPAIN, "s-1")).containsExactly("p:1@2");
        assertThat(rebuild.compare().areEqual()).isTrue();
    }

    @Test
    void comesToTheSameChecksumFromAnyOrderWithDuplicates() {
        var log = new RandomCatalog(40, 6);
        OwnCatalog.applyInBatches(own.live(), log.log(), 50);
        rebuild.begin();

        OwnCatalog.applyInBatches(own.shadow(), log.shuffledDuplicates(new Random(11)), 37);

        var both = rebuild.compare();
        assertThat(both.shadow()).isEqualTo(both.live()).hasToString(both.live().toString());
        assertThat(both.live().discounts().count()).isEqualTo(40);
        assertThat(both.live().stores().count()).isEqualTo(40);
        assertThat(both.live().scopeRows().count()).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE discount SET region = 'PT' WHERE external_id = '1'",
                "UPDATE discount SET provider = 'q' WHERE external_id = '1'",
                "UPDATE discount SET external_id = '2' WHERE external_id = '1'",
                "UPDATE discount SET version = version + 1 WHERE external_id = '1'",
                "UPDATE discount SET body = CONCAT(body, ' ') WHERE external_id = '1'",
                "UPDATE discount SET body = NULL WHERE external_id = '1'",
                "UPDATE discount SET body = '' WHERE external_id = 'gone'",
                "DELETE FROM discount WHERE external_id = 'gone'",
                "UPDATE discount_scope SET region = 'PT'",
                "UPDATE discount_scope SET scope_key = 'store:s-2'",
                "UPDATE discount_scope SET provider = 'q'",
                "UPDATE discount_scope SET external_id = '2'",
                "DELETE FROM discount_scope",
                "UPDATE store SET region = 'PT'",
                "UPDATE store SET store_id = 's-2'",
                "UPDATE store SET version = version + 1",
                "UPDATE store SET removed = TRUE",
                "UPDATE store SET city = 'MAD '",
                "UPDATE store SET city = NULL, type = 'MAD'",
                "UPDATE store SET brand = ''",
                "DELETE FROM store"
            })
    void tellsEveryDifference(String difference) {
        own.live()
                .apply(
                        updated(new StoreFacts(SPAIN, new StoreId("s-1"), 1, "MAD", null, null)),
                        published(discount(1)),
                        withdrawn(aDiscount().id("p:gone").build(), 3));
        var before = rebuild.live();

        assertThat(own.jdbc().update(difference)).isPositive();

        assertThat(rebuild.live()).isNotEqualTo(before);
        assertThat(rebuild.live().hex()).isNotEqualTo(before.hex());
    }

    @Test
    void doesNotCountHowOftenASheetHasChanged() {
        own.live().apply(published(discount(1)));
        var before = rebuild.live();

        own.jdbc().update("UPDATE scope_sheet SET version = version + 1");

        assertThat(rebuild.live()).isEqualTo(before);
    }

    @Test
    void letsTheCatalogsChangePlacesAndChangeBack() {
        own.live().apply(updated(aStore("s-1")), published(labelled("old")));
        rebuild.begin();
        own.shadow().apply(updated(aStore("s-1")), published(labelled("new")));
        var before = rebuild.compare();

        assertThat(rebuild.swap()).isInstanceOf(SwapOutcome.Swapped.class);

        assertThat(labels()).containsExactly("new");
        assertThat(rebuild.compare().live()).isEqualTo(before.shadow());
        assertThat(rebuild.compare().shadow()).isEqualTo(before.live());

        assertThat(rebuild.swap()).isInstanceOf(SwapOutcome.Swapped.class);

        assertThat(labels()).containsExactly("old");
        assertThat(rebuild.compare()).isEqualTo(before);
    }

    @Test
    void appliesToBothAfterASwapAsWell() {
        rebuild.begin();
        rebuild.swap();
        own.live().apply(updated(aStore("s-1")), published(discount(1)));

        assertThat(rebuild.swap()).isInstanceOf(SwapOutcome.Swapped.class);

        assertThat(own.live().covering(SPAIN, "s-1")).containsExactly("p:1@1");
    }

    @Test
    void carriesOverWhatTheReplayHasNotSeen() {
        var unseen = aDiscount().id("p:unseen").inStores("s-1").build();
        var gone = aDiscount().id("p:gone").inStores("s-1").build();
        own.live().apply(updated(aStore("s-1")), published(discount(4)), published(unseen), withdrawn(gone, 2));
        rebuild.begin();
        own.shadow().apply(published(discount(3)), published(gone));

        assertThat(rebuild.swap())
                .isInstanceOfSatisfying(
                        SwapOutcome.Swapped.class,
                        swapped -> assertThat(swapped.carriedOver()).isEqualTo(4));

        assertThat(own.live().covering(SPAIN, "s-1")).containsExactly("p:1@4", "p:unseen@1");
        assertThat(rebuild.compare().areEqual()).isTrue();
    }

    @Test
    void givesUpASwapRatherThanHoldUpReaders() {
        own.live().apply(updated(aStore("s-1")), published(labelled("old")));
        rebuild.begin();
        own.shadow().apply(published(labelled("new")));

        own.transaction().executeWithoutResult(status -> {
            own.jdbc().queryForList("SELECT version FROM discount");
            assertThat(elsewhere(rebuild::swap)).isEqualTo(new SwapOutcome.Busy());
        });

        assertThat(labels()).containsExactly("old");
        assertThat(rebuild.swap()).isInstanceOf(SwapOutcome.Swapped.class);
        assertThat(labels()).containsExactly("new");
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private static List<String> labels() {
        return own.live().candidates(SPAIN, "s-1").getFirst().sheets().stream()
                .flatMap(sheet -> sheet.candidates().stream())
                .map(candidate -> candidate.discount().label())
                .toList();
    }

    private static Discount discount(long version) {
        return aDiscount().id("p:1").version(version).inStores("s-1").build();
    }

    private static Discount labelled(String label) {
        return aDiscount().id("p:1").label(label).inStores("s-1").build();
    }
}
