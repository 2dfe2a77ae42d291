package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RuntimeThreadsTest {
    /** Whatever this JVM is told to collect with, it compiles. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void countsWhatTheJvmDoesForTheProgram() {
        await().until(() -> !RuntimeThreads.used().isZero());

        assertThat(RuntimeThreads.used())
                .isLessThanOrEqualTo(
                        ProcessHandle.current().info().totalCpuDuration().orElseThrow());
    }
}
