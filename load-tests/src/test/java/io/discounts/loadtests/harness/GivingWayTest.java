package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class GivingWayTest {
    private static final int NICENESS = 18;

    @Test
    @EnabledOnOs(OS.LINUX)
    void makesAProcessAndItsSessionNice() throws Exception {
        var process = new ProcessBuilder("setsid", "sleep", "60").start();
        try {
            GivingWay.of(process.pid());

            assertThat(stat(process.pid()).split(" ", -1)[NICENESS]).isEqualTo("5");
            assertThat(session(process.pid())).doesNotContain("nice 0");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void tellsThatThereIsNoSuchProcess() {
        assertThatIOException()
                .isThrownBy(() -> GivingWay.of(Integer.MAX_VALUE))
                .withMessageStartingWith("renice: ");
    }

    private static String stat(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    }

    /** Empty where the system does not group by sessions. */
    private static String session(long pid) throws IOException {
        var file = Path.of("/proc", Long.toString(pid), "autogroup");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
