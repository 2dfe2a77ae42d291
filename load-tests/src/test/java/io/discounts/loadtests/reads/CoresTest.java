package io.discounts.loadtests.reads;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

@EnabledOnOs(OS.LINUX)
class CoresTest {
    @Test
    void bindAProcessThatRunsAlready() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            new Cores("0").bind(process.pid());

            assertThat(Path.of("/proc", Long.toString(process.pid()), "status"))
                    .content()
                    .containsPattern("Cpus_allowed_list:\\s+0\n");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void tellThatTheMachineHasNone() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        try {
            assertThatIOException()
                    .isThrownBy(() -> new Cores("8191").bind(process.pid()))
                    .withMessageStartingWith("taskset: ");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void leaveAProcessAloneWhereAllAreItsOwn() {
        assertThatCode(() -> Cores.ALL.bind(Integer.MAX_VALUE)).doesNotThrowAnyException();
    }
}
