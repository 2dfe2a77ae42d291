package io.discounts.sdk.spring;

import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.ReportOptions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What a segment must keep for its operation to go a stage further.
 *
 * @param defects Share of compared calls that may be defective at most, with 95 % confidence.
 * @param comparisons Fewer comparisons say nothing, whatever they say.
 * @param p99 The service's latency at most, in 99 of 100 calls.
 * @param incomparable Share of mirrored calls to which one side gave no answer at most, from 0 to 1.
 */
@ConfigurationProperties("discounts.client.report")
record ReportProperties(
        @DefaultValue("0.001") double defects,
        @DefaultValue("1000") long comparisons,
        @DefaultValue("150ms") Duration p99,
        @DefaultValue("0.05") double incomparable) {
    ReportProperties {
        new Budget(defects, comparisons, p99, incomparable);
    }

    ReportOptions options() {
        return ReportOptions.DEFAULTS.with(new Budget(defects, comparisons, p99, incomparable));
    }
}
