package io.discounts.sdk.internal.page;

import io.discounts.sdk.report.Report;

/** A report as one page that needs nothing else. */
public final class ReportPage {
    private ReportPage() {}

    public static String of(Report report) {
        return report.toString();
    }
}
