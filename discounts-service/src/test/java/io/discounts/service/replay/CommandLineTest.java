package io.discounts.service.replay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import static io.discounts.service.replay.LoggedEvents.discounts;
import static org.assertj.core.api.Assertions.assertThat;

/** The jar as a tool, on a schema of its own. */
class CommandLineTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void replaysRebuildsAndSwaps(@TempDir Path path) {
        var settings = ReplayStage.settings("command_line");
        var folder = new LogFolder(path)
                .with("partner-promotions", "a.ndjson.gz", discounts("cli", 0, 100, 1))
                .with("partner-promotions", "b.ndjson.gz", List.of("rubbish"));
        var replay = new ArrayList<>(List.of(
                "replay",
                "--provider=partner-promotions",
                "--location=" + folder.location(),
                "--from=2026-11-22",
                "--until=2026-11-23T00:00:00Z"));

        assertThat(run(replay, settings)).isEqualTo(CommandOutcome.SOME_REJECTED);
        assertThat(answer().get("state").stringValue()).isEqualTo("succeeded");
        assertThat(answer().get("applied").longValue()).isEqualTo(100);
        assertThat(answer().get("rejected").longValue()).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("101 records").contains("100 % of 2 segments");

        replay.add("--into-shadow");
        assertThat(run(replay, settings)).isEqualTo(CommandOutcome.SOME_REJECTED);
        assertThat(answer().get("equal").booleanValue()).isTrue();
        assertThat(answer().get("shadow").stringValue()).contains("(100 discounts, 100 scope rows, 0 stores)");

        assertThat(run(List.of("swap"), settings)).isZero();
        assertThat(answer().get("swapped").booleanValue()).isTrue();
        assertThat(answer().get("carriedOver").longValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    replay --from=2026-11-22 --until=2026-11-23              | --location is required
                    replay --location=http://log --from=2026-11-22 --until=2026-11-23 | only folders and s3:// locations can be read
                    replay --location=s3://log/../b --from=2026-11-22 --until=2026-11-23 | an s3:// location cannot have a part
                    replay --location=/log --from=2026-11-22                 | --until is required
                    replay --location=/log --from=soon --until=2026-11-23    | --from is a day or an instant
                    replay --location=/log --from=2026-11-23 --until=2026-11-22 | from must be before until
                    replay --location=/log --from=2026-11-22 --until=2026-11-23 --into-shadow=maybe | --into-shadow is true or false
                    replay --local=/log                                      | replay has no option --local
                    swap --location=/log                                     | swap has no option --location
                    checksum now                                             | not an option: now
                    """)
    void saysWhatItDoesNotUnderstand(String typed, String expected) {
        assertThat(run(List.of(typed.split(" ")), List.of())).isEqualTo(CommandOutcome.NOT_UNDERSTOOD);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(expected).contains("usage:");
        assertThat(out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"replay, true", "checksum, true", "swap, true", "end-shadow, true", "--replay, false", "serve, false"})
    void knowsItsCommands(String word, boolean understood) {
        assertThat(CommandLine.understands(word)).isEqualTo(understood);
        assertThat(CommandLine.understands()).isFalse();
    }

    private int run(List<String> words, List<String> settings) {
        out.reset();
        err.reset();
        var all = new ArrayList<>(words);
        all.addAll(settings);
        return new CommandLine(Clock.systemUTC(), print(out), print(err)).run(all.toArray(String[]::new));
    }

    private JsonNode answer() {
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return new JsonMapper().readTree(lines.getLast());
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }
}
