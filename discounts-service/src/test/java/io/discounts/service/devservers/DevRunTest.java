package io.discounts.service.devservers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DevRunTest {
    private final List<Process> strangers = new ArrayList<>();
    private final List<DevRun> runs = new ArrayList<>();

    private DevCache cache;

    @BeforeEach
    void createCache(@TempDir Path root) {
        cache = new DevCache(root);
    }

    @AfterEach
    void leaveNothingBehind() {
        runs.forEach(DevRun::end);
        strangers.forEach(Process::destroyForcibly);
    }

    @Test
    void endsItsChildrenAndTheirChildrenAndDeletesItsFolder() throws IOException {
        var run = begin();
        var child = run.launch(new ProcessBuilder("sh", "-c", "sleep 600; :"));
        Files.writeString(run.path("data"), "of a server");

        run.end();

        assertThat(child.isAlive()).isFalse();
        assertThat(child.descendants()).isEmpty();
        assertThat(runFolders()).isEmpty();
    }

    @Test
    void startsNothingOnceItHasEnded() throws IOException {
        var run = begin();
        run.end();

        assertThatIllegalStateException().isThrownBy(() -> run.launch(sleeping()));
    }

    @Test
    void doesNotMindAChildThatEndsAtOnce() throws IOException {
        var run = begin();
        for (var i = 0; i < 50; i++) {
            run.complete(new ProcessBuilder("true"));
        }

        assertThat(run.children()).isEmpty();
    }

    @Test
    void cleansUpAfterARunThatWasKilled() throws IOException {
        var child = stranger();
        var dead = killedRunWith(ProcessIdentity.of(child.toHandle()).orElseThrow());

        begin();

        assertThat(child.isAlive()).isFalse();
        assertThat(dead).doesNotExist();
    }

    @Test
    void sparesAProcessThatWasGivenTheIdOfADeadChild() throws IOException {
        var stranger = stranger();
        var actual = ProcessIdentity.of(stranger.toHandle()).orElseThrow();
        var dead = killedRunWith(
                new ProcessIdentity(actual.pid(), actual.startedAt().minus(Duration.ofHours(1))));

        begin();

        assertThat(stranger.isAlive()).isTrue();
        assertThat(dead).doesNotExist();
    }

    @Test
    void cleansUpAlthoughTheRunWasKilledWhileItWrote() throws IOException {
        var child = stranger();
        var dead = killedRunWith(ProcessIdentity.of(child.toHandle()).orElseThrow());
        Files.writeString(dead.resolve("children"), Files.readString(dead.resolve("children")) + "12");

        begin();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void leavesARunAloneWhoseOwnerLives() throws IOException {
        var other = begin();
        var child = other.launch(sleeping());

        begin();

        assertThat(child.isAlive()).isTrue();
        assertThat(runFolders()).hasSize(2);
    }

    @Test
    void givesNoPortTwiceEvenWhileNothingListensOnIt() throws IOException {
        var run = begin();
        var other = begin();
        var ports = new HashSet<Integer>();
        for (var i = 0; i < 100; i++) {
            ports.add((i % 2 == 0 ? run : other).claimPort());
        }

        assertThat(ports).hasSize(100);
    }

    @Test
    void prefersTheDefaultPort() throws IOException {
        var free = begin().claimPort();

        runs.forEach(DevRun::end);

        assertThat(begin().claimPort(free)).isEqualTo(free);
    }

    @Test
    void takesAnotherPortWhenTheDefaultIsClaimedOrListenedOn() throws IOException {
        var run = begin();
        var claimed = run.claimPort();
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run.claimPort(claimed)).isNotEqualTo(claimed);
            assertThat(run.claimPort(listening.getLocalPort())).isNotEqualTo(listening.getLocalPort());
        }
    }

    @Test
    void saysWhatAFailedCommandSaid() throws IOException {
        var run = begin();

        assertThatIllegalStateException()
                .isThrownBy(() -> run.complete(new ProcessBuilder("sh", "-c", "echo no network; exit 3")))
                .withMessageContaining("exit code 3")
                .withMessageContaining("no network");
    }

    private DevRun begin() throws IOException {
        var run = DevRun.begin(cache, ProcessHandle.current(), new Random(1));
        runs.add(run);
        return run;
    }

    private Process stranger() throws IOException {
        var process = sleeping().start();
        strangers.add(process);
        return process;
    }

    private static ProcessBuilder sleeping() {
        return new ProcessBuilder("sleep", "600");
    }

    /** What a run leaves behind that had no chance to end itself: all but the lock, which died with it. */
    private Path killedRunWith(ProcessIdentity child) throws IOException {
        var folder = Files.createDirectories(cache.root().resolve("runs/4711-dead"));
        new RunFolder(folder).record(child);
        return folder;
    }

    private List<Path> runFolders() throws IOException {
        try (var folders = Files.list(cache.root().resolve("runs"))) {
            return folders.filter(Files::isDirectory).toList();
        }
    }
}
