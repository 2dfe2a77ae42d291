package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.QuickPolling;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Flags in a real file, through flagd's evaluator. */
@Timeout(180)
@ExtendWith(QuickPolling.class)
class FileFlagsTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final RouteKey KEY = new RouteKey("ES", "c-1", "s-1", null);
    private static final Route UNREAD = new Route(Stage.LOCAL, Reason.DEFAULT);
    private static final Route VERIFIED = new Route(Stage.VERIFY, Reason.STAGE);
    private static final Route KILLED = new Route(Stage.LOCAL, Reason.KILL_SWITCH);

    @TempDir
    private Path directory;

    private Path file;
    private Rollout rollout;

    @BeforeEach
    void start() {
        file = directory.resolve("flags.json");
        rollout = Rollout.from(Flagd.file(file, Duration.ofMillis(20)))
                .readEvery(Duration.ofMillis(20))
                .build();
    }

    @AfterEach
    void stop() {
        rollout.close();
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        // Longer than flagd waits for the first flags.
        await().during(Duration.ofMillis(1_500)).atMost(A_MINUTE).until(() -> route().equals(UNREAD));

        Files.writeString(file, FlagFiles.of("VERIFY", false));

        awaitRoute(VERIFIED);
    }

    @Test
    void goesOnWhenTheFileIsDeletedAndHearsOfTheKillSwitchInTheNextOne() throws IOException {
        Files.writeString(file, FlagFiles.of("VERIFY", false));
        awaitRoute(VERIFIED);

        Files.delete(file);
        staysAt(VERIFIED);
        Files.writeString(file, FlagFiles.of("VERIFY", true));

        awaitRoute(KILLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n", "{", "{}", "{\"flags\":{}}", "null", "[]", "{\"flags\":{\"discounts.search.stage\":{"
            })
    void goesOnWhenTheFileIsTruncatedOrSaysNothingAndHearsOfTheKillSwitchAfterwards(String rest) throws IOException {
        Files.writeString(file, FlagFiles.of("VERIFY", false));
        awaitRoute(VERIFIED);

        Files.writeString(file, rest);
        staysAt(VERIFIED);
        Files.writeString(file, FlagFiles.of("VERIFY", true));

        awaitRoute(KILLED);
    }

    @Test
    void staysKilledWhenTheFileIsDeleted() throws IOException {
        Files.writeString(file, FlagFiles.of("VERIFY", true));
        awaitRoute(KILLED);

        Files.delete(file);

        staysAt(KILLED);
    }

    @Test
    void hearsOfAFileThatIsMovedIntoPlaceWithTheTimeOfTheOldOne() throws IOException {
        Files.writeString(file, FlagFiles.of("VERIFY", false));
        awaitRoute(VERIFIED);
        var next = directory.resolve("next.json");
        Files.writeString(next, FlagFiles.of("VERIFY", true));
        Files.setLastModifiedTime(next, Files.getLastModifiedTime(file));

        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);

        awaitRoute(KILLED);
    }

    @Test
    void followsAFileThatIsFlippedAgainAndAgain() throws IOException {
        for (var flip = 0; flip < 5; flip++) {
            Files.writeString(file, FlagFiles.of("VERIFY", true));
            awaitRoute(KILLED);
            Files.writeString(file, FlagFiles.of("VERIFY", false));
            awaitRoute(VERIFIED);
        }
    }

    @Test
    void takesADirectoryInPlaceOfTheFileForNoReasonToStop() throws IOException {
        Files.writeString(file, FlagFiles.of("VERIFY", false));
        awaitRoute(VERIFIED);

        Files.delete(file);
        Files.createDirectory(file);
        staysAt(VERIFIED);
        Files.delete(file);
        Files.writeString(file, FlagFiles.of("VERIFY", true));

        awaitRoute(KILLED);
    }

    private Route route() {
        return rollout.route(Operation.SEARCH, KEY);
    }

    private void awaitRoute(Route expected) {
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(route()).isEqualTo(expected));
    }

    /** Longer than the file is left unlooked at and the flags are left unread. */
    private void staysAt(Route expected) {
        await().during(Duration.ofMillis(200)).atMost(A_MINUTE).until(() -> route().equals(expected));
    }
}
