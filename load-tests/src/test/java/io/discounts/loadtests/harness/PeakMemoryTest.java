package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeakMemoryTest {
    @Test
    void readsTheHighWaterMarkThatLinuxTells() {
        assertThat(PeakMemory.highWaterMark("Name:\tjava\nVmPeak:\t 9000 kB\nVmHWM:\t  2048 kB\nVmRSS:\t 1024 kB\n"))
                .isEqualTo(2 << 20);
    }

    @Test
    void isZeroOfAProcessThatHasEnded() {
        assertThat(PeakMemory.highWaterMark("Name:\tjava\nState:\tZ (zombie)\n"))
                .isZero();
    }
}
