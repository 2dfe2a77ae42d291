package io.discounts.sdk.report;

import com.fasterxml.jackson.core.JsonFactory;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.KillSwitch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ReportJsonTest {
    private static final Instant SINCE = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void tellsMomentsDurationsSharesAndWhatIsAbsent() {
        assertThat(report("ES").toJson())
                .startsWith(
                        "{\"since\":\"2026-11-22T08:00:00Z\",\"until\":\"2026-11-22T08:01:00Z\","
                                + "\"budget\":{\"defects\":0.001,\"comparisons\":1000,\"p99\":\"PT0.15S\",\"incomparable\":0.05},")
                .contains(
                        "{\"operation\":\"SEARCH\",\"stage\":\"VERIFY\",\"source\":null,\"reason\":\"TIMEOUT\",\"calls\":2}")
                .endsWith("\"skippedDiscounts\":5}");
    }

    @Test
    void saysWhichObstacleItIs() {
        assertThat(report("ES").toJson())
                .contains("\"comparisons\":{\"matched\":3,\"lag\":0,\"noise\":0,\"undecided\":0,\"defects\":1,"
                        + "\"incomparable\":0,\"suspects\":2}")
                .contains("{\"type\":\"TooFewComparisons\",\"comparisons\":4,\"needed\":1000}")
                .contains("{\"type\":\"TooManyDefects\",\"observed\":0.25,\"allowed\":0.001}");
    }

    @Test
    void staysJsonWhateverATextSays(@TempDir Path folder) throws IOException {
        var file = folder.resolve("report.json");

        report("\"}] \\ \u0000 \u20ac").writeJson(file);

        assertThat(texts(file)).contains("\"}] \\ \u0000 \u20ac");
        assertThat(Files.readString(file))
                .isEqualTo(report("\"}] \\ \u0000 \u20ac").toJson());
    }

    private static List<String> texts(Path file) throws IOException {
        var texts = new ArrayList<String>();
        try (var json = new JsonFactory().createParser(file.toFile())) {
            while (json.nextToken() != null) {
                texts.add(json.getText());
            }
        }
        return texts;
    }

    private static Report report(String text) {
        var quick = Latency.of(List.of(new Latency.Bucket(Duration.ofMillis(9), Duration.ofMillis(11), 4)));
        return new Report(
                SINCE,
                SINCE.plusSeconds(60),
                Budget.DEFAULTS,
                List.of(new CallCount(Operation.SEARCH, Stage.VERIFY, null, Reason.TIMEOUT, 2)),
                List.of(new Report.SideBySide(Operation.SEARCH, quick, quick)),
                List.of(Segment.of(
                        Operation.SEARCH, text, new Comparisons(3, 0, 0, 0, 1, 0, 2), quick, quick, Budget.DEFAULTS)),
                List.of(),
                List.of(new NoiseFloor(Operation.SEARCH, 200, 1)),
                List.of(),
                List.of(),
                new Steering(List.of(new KillSwitch.Hold(KillSwitch.Hand.CODE, text)), List.of(), List.of(), List.of()),
                5);
    }
}
