package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Metrics;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.DoubleStream;

import static org.assertj.core.api.Assertions.assertThat;

class VitalsTest {
    private static final double LITTLE = 2;

    @Test
    void readsThemFromTheServicesMetrics() {
        var metrics = Metrics.parse("""
                jvm_memory_used_bytes{area="heap",id="Eden"} 100.0
                jvm_memory_used_bytes{area="heap",id="Old"} 20.0
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0
                discounts_catalog_near_weight{cache="sheets"} 15.0
                discounts_catalog_near_weight{cache="stores"} 3.0
                jvm_threads_live_threads 30.0
                process_files_open_files 40.0
                """);

        assertThat(Vitals.of(metrics)).isEqualTo(new Vitals(120, 15, 30, 40));
    }

    @Test
    void areFlatOnceTheyHaveRisenToWhereTheyStay() {
        assertThat(settled(10, 20, 30, 100, 101, 102, 103, 104, 105).isFlat(LITTLE))
                .isTrue();
    }

    @Test
    void areFlatThoughOneOfThemIsFarOff() {
        assertThat(settled(100, 100, 100, 100, 100, 100, 100, 900).isFlat(LITTLE))
                .isTrue();
    }

    @Test
    void areFlatIfTheyGrowByLittle() {
        assertThat(settled(5, 5, 5, 5, 6, 6, 7, 7, 7).isFlat(LITTLE)).isTrue();
    }

    @Test
    void areNotFlatWhileTheyRise() {
        assertThat(settled(10, 20, 30, 40, 50, 60, 70, 80, 90).isFlat(LITTLE)).isFalse();
        assertThat(settled(100, 100, 100, 100, 103, 106, 109, 112, 115).isFlat(LITTLE))
                .isFalse();
    }

    @Test
    void growByTheMedianOfTheirSlopes() {
        assertThat(new Trend(List.of(1.0, 2.0, 3.0, 4.0)).growth()).isEqualTo(3);
        assertThat(new Trend(List.of(4.0)).growth()).isZero();
    }

    private static Trend settled(double... threads) {
        return Vitals.settled(
                DoubleStream.of(threads)
                        .mapToObj(count -> new Vitals(1, 1, count, 1))
                        .toList(),
                Vitals::threads);
    }
}
