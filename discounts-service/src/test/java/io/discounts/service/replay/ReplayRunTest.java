package io.discounts.service.replay;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.UseReported;
import io.discounts.service.ingestion.LoggedCounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.replay.LoggedEvents.discounts;
import static io.discounts.service.replay.LoggedEvents.line;
import static io.discounts.service.replay.LoggedEvents.poison;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Replays of a folder into the live catalog, from segments to tables. */
class ReplayRunTest {
    private static final String PARTNERS = "partner-promotions";

    @TempDir
    private Path path;

    private LogFolder folder;
    private ReplayStage stage;

    @BeforeEach
    void open() {
        folder = new LogFolder(path);
        stage = ReplayStage.shared();
    }

    @Test
    void replaysSegmentsOfAllStreamsAndForms() {
        folder.with(PARTNERS, "a.ndjson.gz", discounts("forms", 0, 120, 1))
                .with(PARTNERS, LogFolder.DAY, "b.ndjson", LogFolder.text(discounts("forms", 120, 130, 2)))
                .with(
                        PARTNERS,
                        LogFolder.DAY,
                        "c.ndjson.gz",
                        LogFolder.joined(
                                LogFolder.zipped(LogFolder.text(discounts("forms", 130, 140, 3))),
                                LogFolder.zipped(LogFolder.text(discounts("forms", 140, 150, 3)))))
                .with("prime-benefits", "d.ndjson.gz", List.of("", line(published("prime-benefits:forms-prime")), "  "))
                .with(PARTNERS, LogFolder.DAY, "_SUCCESS", new byte[0]);

        var replay = stage.replay(folder);

        assertThat(replay.state()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(replay.progress().counts()).isEqualTo(new LoggedCounts(151, 0, 0, 0));
        assertThat(replay.progress().segments()).isEqualTo(4);
        assertThat(replay.progress().doneSegments()).isEqualTo(4);
        assertThat(replay.progress().readBytes()).isEqualTo(replay.progress().bytes());
        assertThat(replay.orderedBy()).isEqualTo("tester");
        assertThat(stage.discounts("forms-"))
                .hasSize(151)
                .contains("forms-0@1", "forms-125@2", "forms-149@3", "forms-prime@1");
    }

    @Test
    void changesNothingTheSecondTime() {
        folder.with(PARTNERS, "a.ndjson.gz", discounts("twice", 0, 60, 4));
        stage.replay(folder);
        var before = stage.rebuild().live();

        var again = stage.replay(folder);

        assertThat(again.progress().counts()).isEqualTo(new LoggedCounts(0, 60, 0, 0));
        assertThat(stage.rebuild().live()).isEqualTo(before);
    }

    @Test
    void takesOneProviderAndOneRangeOfTime() {
        folder.with(PARTNERS, "2026/11/21", "a.ndjson", text("range-early", "2026-11-21T23:59:59.999Z"))
                .with(PARTNERS, "2026/11/22", "a.ndjson", text("range-first", "2026-11-22T00:00:00Z"))
                .with(PARTNERS, "2026/11/23", "a.ndjson", text("range-late", "2026-11-22T23:59:59.999Z"))
                .with(PARTNERS, "2026/11/23", "b.ndjson", text("range-after", "2026-11-23T00:00:00Z"))
                .with(PARTNERS, "2026/11/25", "a.ndjson", text("range-folder", "2026-11-22T10:00:00Z"))
                .with("prime-benefits", "2026/11/22", "a.ndjson", text("range-prime", "2026-11-22T10:00:00Z"));

        var replay =
                stage.replay(new ReplayOrder(PARTNERS, folder.location(), ReplayStage.FROM, ReplayStage.UNTIL, false));

        assertThat(stage.discounts("range-")).containsExactly("range-first@1", "range-late@1");
        assertThat(replay.progress().counts()).isEqualTo(new LoggedCounts(2, 0, 0, 1));
    }

    @Test
    void keepsWhatCannotBeAppliedAndParksNobody() {
        var poison = poison("ES/poison-5");
        folder.with(
                PARTNERS,
                "poison.ndjson.gz",
                Stream.of(discounts("poison", 0, 5, 1), List.of(poison, "rubbish"), discounts("poison", 5, 10, 1))
                        .flatMap(List::stream)
                        .toList());

        var replay = stage.replay(folder);

        assertThat(replay.progress().counts()).isEqualTo(new LoggedCounts(10, 0, 2, 0));
        assertThat(stage.letters("2026/11/22/poison"))
                .containsExactly(
                        "2026/11/22/poison.ndjson.gz:6 null " + poison, "2026/11/22/poison.ndjson.gz:7 null rubbish");
        assertThat(stage.discounts("poison-")).hasSize(10);

        stage.replay(folder);

        assertThat(stage.letters("2026/11/22/poison")).as("kept once").hasSize(2);
    }

    @Test
    void tellsWhereASegmentIsCutOffAndLosesNothingElse() {
        var whole = LogFolder.zipped(LogFolder.text(discounts("cut", 0, 200, 1)));
        folder.with(PARTNERS, LogFolder.DAY, "cut.ndjson.gz", Arrays.copyOf(whole, whole.length * 2 / 3))
                .with(PARTNERS, "cut-not.ndjson.gz", discounts("cut", 200, 210, 1));

        var replay = stage.replay(folder);

        var applied = replay.progress().counts().applied();
        var rejected = replay.progress().counts().rejected();
        assertThat(replay.state()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(applied).isBetween(60L, 209L);
        assertThat(rejected).isBetween(0L, 1L);
        assertThat(stage.letters("2026/11/22/cut")).hasSize((int) rejected);
        assertThat(stage.discounts("cut-")).hasSize((int) applied).contains("cut-0@1", "cut-209@1");
        assertThat(replay.progress().troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.segment()).isEqualTo(PARTNERS + "/2026/11/22/cut.ndjson.gz");
            assertThat(trouble.detail()).isEqualTo("cut off behind line " + (applied - 10));
        });
    }

    @Test
    void goesOnWhereItWasLeft() {
        folder.with(PARTNERS, "left.ndjson.gz", discounts("left", 0, 500, 1));
        var order = new ReplayOrder(null, folder.location(), ReplayStage.FROM, ReplayStage.UNTIL, false);
        var id = stage.replays().add(order, ReplayOrigin.COMMAND_LINE, "tester");
        var killed = new InterveningIngestion(stage.ingestion(), 4, () -> {
            throw new ReplayStoppedException(id);
        });

        killed.run(stage, id);

        assertThat(stage.discounts("left-")).hasSize(200);
        assertThat(stage.replays().find(id).orElseThrow().state()).isEqualTo(ReplayState.RUNNING);

        stage.run().run(id, new StopSignal());

        var replay = stage.replays().find(id).orElseThrow();
        assertThat(replay.state()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(replay.progress().counts()).as("none twice").isEqualTo(new LoggedCounts(500, 0, 0, 0));
    }

    @Test
    void fillsAnEmptyCatalogInSilenceAndTellsOfLaterChanges() {
        folder.with(PARTNERS, "fill.ndjson.gz", discounts("fill", 0, 120, 1));
        stage.empty();
        var generation = stage.generation();

        var filled = stage.replay(folder);

        assertThat(filled.progress().counts()).isEqualTo(new LoggedCounts(120, 0, 0, 0));
        assertThat(stage.eventsOut()).isZero();
        assertThat(stage.generation()).as("caches start over").isEqualTo(generation + 1);

        folder.with(PARTNERS, "more.ndjson.gz", discounts("fill", 100, 130, 2));
        stage.replay(folder);

        assertThat(stage.eventsOut()).isEqualTo(30);
        assertThat(stage.generation()).isEqualTo(generation + 1);
    }

    @Test
    void goesOnFillingWhereItWasLeft() {
        folder.with(PARTNERS, "filled.ndjson.gz", discounts("filled", 0, 200, 1));
        stage.empty();
        var generation = stage.generation();
        var order = new ReplayOrder(null, folder.location(), ReplayStage.FROM, ReplayStage.UNTIL, false);
        var id = stage.replays().add(order, ReplayOrigin.COMMAND_LINE, "tester");
        new InterveningIngestion(stage.ingestion(), 2, () -> {
                    throw new ReplayStoppedException(id);
                })
                .run(stage, id);
        assertThat(stage.discounts("filled-")).hasSize(100);
        assertThat(stage.generation()).as("told of what is there").isEqualTo(generation + 1);

        stage.run().run(id, new StopSignal());

        assertThat(stage.discounts("filled-")).hasSize(200);
        assertThat(stage.eventsOut())
                .as("not empty any more, and yet in silence")
                .isZero();
        assertThat(stage.generation()).isEqualTo(generation + 2);
    }

    @Test
    void appliesNothingMoreOnceItIsCancelled() {
        folder.with(PARTNERS, "cancel.ndjson.gz", discounts("cancel", 0, 500, 1));
        var order = new ReplayOrder(null, folder.location(), ReplayStage.FROM, ReplayStage.UNTIL, false);
        var id = stage.replays().add(order, ReplayOrigin.COMMAND_LINE, "tester");
        var cancels = new InterveningIngestion(
                stage.ingestion(), 3, () -> stage.replays().cancel(id, "somebody"));

        cancels.run(stage, id);

        assertThat(stage.discounts("cancel-")).hasSize(150);
        var replay = stage.replays().find(id).orElseThrow();
        assertThat(replay.state()).isEqualTo(ReplayState.CANCELLED);
        assertThat(replay.cancelledBy()).isEqualTo("somebody");
        assertThat(replay.endedAt()).isNotNull();
        assertThat(stage.replays().cancel(id, "another")).isFalse();
    }

    @Test
    void settlesWhatProvidersSayOfUses() {
        var use = new UseReported(new DiscountId(PARTNERS, "used"), new Region("ES"), 1, "unheard-of", "o-1");
        folder.with(PARTNERS, "a.ndjson.gz", List.of(line(use), line(published(PARTNERS + ":used"))));

        var replay = stage.replay(folder);

        assertThat(replay.state()).as(replay.failure()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(replay.progress().counts()).isEqualTo(new LoggedCounts(2, 0, 0, 0));
        assertThat(stage.jdbc()
                        .sql("SELECT order_id FROM usage_overrun WHERE external_id = 'used'")
                        .query(String.class)
                        .list())
                .containsExactly("o-1");
        assertThat(stage.replay(folder).progress().counts()).as("told again").isEqualTo(new LoggedCounts(0, 2, 0, 0));
    }

    @Test
    void failsWhereThereIsNoLog() {
        var replay = stage.replay(folder);

        assertThat(replay.state()).isEqualTo(ReplayState.FAILED);
        assertThat(replay.failure()).startsWith("there are no segments").contains(folder.location());
    }

    @Test
    void rebuildsIntoAShadowThatEqualsTheLiveCatalog() {
        folder.with(PARTNERS, "shadow.ndjson.gz", discounts("shadow", 0, 300, 1))
                .with("stores", "stores.ndjson.gz", List.of());
        var order = new ReplayOrder(null, folder.location(), ReplayStage.FROM, ReplayStage.UNTIL, true);

        var replay = stage.replay(order);

        assertThat(replay.state()).isEqualTo(ReplayState.SUCCEEDED);
        assertThat(replay.checksums()).isNotNull();
        assertThat(replay.checksums().shadow()).contains("(300 discounts, 300 scope rows, 0 stores)");
        assertThat(replay.checksums().live()).isNotEqualTo(replay.checksums().shadow());
        assertThat(stage.discounts("shadow-")).isEmpty();
        stage.rebuild().end();
    }

    @Test
    void refusesARangeThatIsNone() {
        var now = Instant.parse("2026-11-22T10:00:00Z");

        assertThatIllegalArgumentException().isThrownBy(() -> new ReplayOrder(null, "/log", now, now, false));
    }

    private static byte[] text(String name, String time) {
        return LogFolder.text(List.of(line(published("partner-promotions:" + name), time)));
    }

    private static DiscountChange published(String id) {
        return new DiscountChange.Published(aDiscount().id(id).build());
    }
}
