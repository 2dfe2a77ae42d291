package io.discounts.loadtests.reads;

import io.discounts.loadtests.harness.Metrics;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class VitalsTest {
    @Test
    void readsThemFromTheServicesMetrics() {
        var metrics = Metrics.parse("""
                jvm_memory_used_bytes{area="heap",id="Eden"} 100.0
                jvm_memory_used_bytes{area="heap",id="Old"} 20.0
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0
                jvm_gc_live_data_size_bytes 15.0
                jvm_threads_live_threads 30.0
                process_files_open_files 40.0
                """);

        assertThat(Vitals.of(metrics)).isEqualTo(new Vitals(120, 15, 30, 40));
    }

    @Test
    void areFlatOnceTheyHaveRisenToWhereTheyStay() {
        assertThat(Vitals.isFlat(threads(10, 20, 30, 100, 101, 102, 103, 104, 105), Vitals::threads))
                .isTrue();
    }

    @Test
    void areNotFlatWhileTheyRise() {
        assertThat(Vitals.isFlat(threads(10, 20, 30, 40, 50, 60, 70, 80, 90), Vitals::threads))
                .isFalse();
    }

    private static List<Vitals> threads(int... counts) {
        return IntStream.of(counts)
                .mapToObj(count -> new Vitals(1, 1, count, 1))
                .toList();
    }
}
