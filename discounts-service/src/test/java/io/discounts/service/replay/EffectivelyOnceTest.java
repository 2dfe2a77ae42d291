package io.discounts.service.replay;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** Applying any prefix, suffix or shuffle of the log again changes nothing. */
class EffectivelyOnceTest {
    private static final int SUBJECTS = 12;
    private static final int VERSIONS = 5;

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void changesNothingHoweverMuchOfTheLogIsAppliedAgain(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int share) throws IOException {
        var random = new Random(seed);
        var log = log("once-" + Long.toHexString(seed));
        var stage = ReplayStage.shared();
        replay(stage, shuffled(log, random), 3);
        var once = stage.rebuild().live();

        var cut = log.size() * share / 100;
        replay(stage, log.subList(0, cut), 1);
        assertThat(stage.rebuild().live()).as("prefix").isEqualTo(once);
        replay(stage, log.subList(cut, log.size()), 2);
        assertThat(stage.rebuild().live()).as("suffix").isEqualTo(once);
        replay(stage, shuffled(log, random), 4);
        assertThat(stage.rebuild().live()).as("shuffle").isEqualTo(once);
        replay(stage, shuffled(log, random), 3, true);
        assertThat(stage.jdbc()
                        .sql("SELECT COUNT(*) FROM discount_shadow")
                        .query(Long.class)
                        .single())
                .as("each discount has a row, or a tombstone")
                .isEqualTo(SUBJECTS);
        stage.rebuild().end();
    }

    /** Publishes, new versions, withdrawals, stores that move, go and come back. */
    private static List<CatalogChange> log(String name) {
        var log = new ArrayList<CatalogChange>();
        for (long version = 1; version <= VERSIONS; version++) {
            for (int subject = 0; subject < SUBJECTS; subject++) {
                log.add(discount(name + "-" + subject, subject, version));
                log.add(store(name + "-s-" + subject, subject, version));
            }
        }
        return log;
    }

    private static CatalogChange discount(String name, int subject, long version) {
        var id = new DiscountId("partner-promotions", name);
        return (subject + version) % 4 == 0
                ? new DiscountChange.Withdrawn(id, new Region("ES"), version)
                : new DiscountChange.Published(aDiscount()
                        .id(id.toString())
                        .version(version)
                        .inStores(name + "-s-" + version, name + "-s")
                        .build());
    }

    private static CatalogChange store(String name, int subject, long version) {
        return (subject + version) % 5 == 0
                ? new StoreChange.Removed(new StoreId(name), new Region("ES"), version)
                : new StoreChange.Updated(
                        new StoreFacts(new Region("ES"), new StoreId(name), version, "city-" + version, null, null));
    }

    private static List<CatalogChange> shuffled(List<CatalogChange> log, Random random) {
        var shuffled = new ArrayList<>(log);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static void replay(ReplayStage stage, List<CatalogChange> changes, int segments) throws IOException {
        replay(stage, changes, segments, false);
    }

    private static void replay(ReplayStage stage, List<CatalogChange> changes, int segments, boolean intoShadow)
            throws IOException {
        var folder = new LogFolder(Files.createTempDirectory("event-log"));
        try {
            write(folder, changes, segments);
            var replay = stage.replay(
                    new ReplayOrder(null, folder.location(), ReplayStage.FROM, ReplayStage.UNTIL, intoShadow));
            assertThat(replay.state()).isEqualTo(ReplayState.SUCCEEDED);
            assertThat(replay.progress().counts().rejected()).isZero();
            assertThat(replay.progress().counts().records()).isEqualTo(changes.size());
        } finally {
            FileSystemUtils.deleteRecursively(folder.path());
        }
    }

    private static void write(LogFolder folder, List<CatalogChange> changes, int segments) {
        for (int segment = 0; segment < segments; segment++) {
            var part = segment;
            var places = IntStream.range(0, changes.size())
                    .filter(place -> place % segments == part)
                    .mapToObj(changes::get)
                    .collect(Collectors.partitioningBy(StoreChange.class::isInstance));
            folder.with("stores", segment + ".ndjson.gz", lines(places.get(true)))
                    .with("partner-promotions", segment + ".ndjson.gz", lines(places.get(false)));
        }
    }

    private static List<String> lines(@Nullable List<CatalogChange> changes) {
        return changes == null
                ? List.of()
                : changes.stream().map(LoggedEvents::line).toList();
    }
}
