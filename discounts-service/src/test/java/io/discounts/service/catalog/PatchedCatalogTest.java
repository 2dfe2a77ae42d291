package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.devservers.RunningServers;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever changes and in whatever order, and whichever news is lost: a patched sheet is the one that would be loaded. */
@ServiceTest
class PatchedCatalogTest {
    private static final List<String> REGIONS = List.of("ES", "PT");

    private final CatalogMetrics metrics = new CatalogMetrics(new SimpleMeterRegistry());
    private final SheetChanges changes = new SheetChanges();
    private OwnCatalog own;
    private JdbcClient client;

    @BeforeEach
    void openSchema(@Autowired RunningServers servers) {
        own = OwnCatalog.open(servers.database(), "patched");
        client = JdbcClient.create(own.jdbc());
    }

    @AfterEach
    void closeSchema() {
        own.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void patchesToWhatWouldBeLoaded(long seed) {
        var random = new Random(seed);
        var loads = new ArrayList<SheetKey>();
        var truth = new CompiledSheets(new JdbcSheets(client, metrics, CatalogTables.LIVE));
        var patched = new PatchedSheets(
                keys -> {
                    loads.addAll(keys);
                    return truth.load(keys);
                },
                sheets -> Map.of(),
                new JdbcSheetPatches(client, metrics),
                changes,
                Breakers.of("patched", Duration.ofSeconds(10)),
                () -> Instant.EPOCH);
        Map<SheetKey, Versioned<Sheet>> kept = new HashMap<>(patched.load(KEYS));
        loads.clear();

        for (var batch : batches(random)) {
            own.outbox().payloads().clear();
            own.live().apply(batch);
            hear(random);
            kept.putAll(patched.renew(KEYS, kept));
            assertSame(kept, truth.load(KEYS));
        }

        assertThat(loads).as("news is lost now and then").isNotEmpty();
        assertThat(loads).as("most are patched").hasSizeLessThan(KEYS.size() * 12);
    }

    private static final List<SheetKey> KEYS = REGIONS.stream()
            .flatMap(region -> scopeKeys().map(key -> new SheetKey(new Region(region), key)))
            .toList();

    private static Stream<ScopeKey> scopeKeys() {
        return Stream.of(
                        IntStream.range(0, 20).mapToObj(store -> ScopeKey.store(new StoreId("s-" + store))),
                        IntStream.range(0, 3).mapToObj(type -> ScopeKey.type("type-" + type)),
                        IntStream.range(0, 4).mapToObj(brand -> ScopeKey.brand("brand-" + brand)))
                .flatMap(keys -> keys);
    }

    private static List<List<DiscountChange>> batches(Random random) {
        var log = new ArrayList<DiscountChange>();
        for (var change : new RandomCatalog(12, 6).shuffledDuplicates(random)) {
            if (change instanceof DiscountChange discount) {
                log.add(discount);
            }
        }
        var batches = new ArrayList<List<DiscountChange>>();
        for (int from = 0; from < log.size(); ) {
            var until = Math.min(log.size(), from + 1 + random.nextInt(4));
            batches.add(log.subList(from, until));
            from = until;
        }
        return batches;
    }

    /** In any order, and one in ten not at all. */
    private void hear(Random random) {
        var news = new ArrayList<>(own.outbox().invalidations());
        Collections.shuffle(news, random);
        for (var one : news) {
            if (one instanceof Invalidation.OfSheet sheet && random.nextInt(10) > 0) {
                changes.note(sheet);
            }
        }
    }

    private static void assertSame(Map<SheetKey, Versioned<Sheet>> kept, Map<SheetKey, Versioned<Sheet>> loaded) {
        assertThat(kept).hasSameSizeAs(loaded);
        loaded.forEach((key, sheet) -> assertThat(kept.get(key)).as("%s", key).satisfies(mine -> {
            assertThat(mine.version()).isEqualTo(sheet.version());
            assertThat(mine.value().candidates()).isEqualTo(sheet.value().candidates());
        }));
    }
}
