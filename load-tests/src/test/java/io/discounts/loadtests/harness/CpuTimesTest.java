package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class CpuTimesTest {
    private final CpuTimes before = new CpuTimes(Map.of("kinesis", Duration.ofSeconds(3)), 0);
    private final CpuTimes after = new CpuTimes(
            Map.of("kinesis", Duration.ofSeconds(4)), Duration.ofSeconds(2).toNanos());

    @Test
    void tellsOfHowManyCoresAProcessHadTheTime() {
        assertThat(after.coresSince(before)).isEqualTo("kinesis 0.50");
    }

    @Test
    void tellsWhatEachPieceOfWorkTook() {
        assertThat(after.millisSince(before, 4)).isEqualTo("kinesis 250");
    }

    @Test
    void tellsNothingOfTheTimeBeforeItFirstLooked() {
        assertThat(after.millisSince(new CpuTimes(Map.of(), 0), 4)).isEqualTo("kinesis 0");
    }
}
