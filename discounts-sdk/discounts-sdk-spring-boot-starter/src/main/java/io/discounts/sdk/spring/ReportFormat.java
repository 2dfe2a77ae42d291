package io.discounts.sdk.spring;

import io.discounts.sdk.report.Report;
import org.springframework.boot.actuate.endpoint.Producible;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * What the report is shown as: browsers ask for a page, everybody else is given JSON. The later one wins where a request accepts
 * both, as browsers do with their {@code *}{@code /*}.
 */
enum ReportFormat implements Producible<ReportFormat> {
    JSON,
    HTML;

    String of(Report report) {
        return switch (this) {
            case HTML -> report.toHtml();
            case JSON -> report.toJson();
        };
    }

    @Override
    public MimeType getProducedMimeType() {
        return switch (this) {
            case HTML -> MimeTypeUtils.TEXT_HTML;
            case JSON -> MimeTypeUtils.APPLICATION_JSON;
        };
    }

    @Override
    public boolean isDefault() {
        return this == JSON;
    }
}
