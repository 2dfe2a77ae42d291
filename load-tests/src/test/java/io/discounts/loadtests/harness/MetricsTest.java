package io.discounts.loadtests.harness;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsTest {
    private static final Metrics METRICS = Metrics.parse("""
            # TYPE discounts_ingestion_records_total counter
            discounts_ingestion_records_total{outcome="applied",stream="a"} 3.0
            discounts_ingestion_records_total{outcome="outdated",stream="a"} 1.0
            discounts_ingestion_records_total{outcome="applied",stream="b"} 1.0E3
            jvm_threads 7
            """);

    @Test
    void addsUpTheSeriesWithALabel() {
        assertThat(METRICS.sum("discounts_ingestion_records_total", "outcome=\"applied\""))
                .isEqualTo(1_003);
        assertThat(METRICS.sum("discounts_ingestion_records_total", "stream=\"a\""))
                .isEqualTo(4);
    }

    @Test
    void addsUpAllRecords() {
        assertThat(METRICS.records()).isEqualTo(1_004);
    }

    @Test
    void readsSeriesWithoutLabelsAndIsZeroForWhatIsMissing() {
        assertThat(METRICS.sum("jvm_threads", "")).isEqualTo(7);
        assertThat(METRICS.sum("nothing", "")).isZero();
    }
}
