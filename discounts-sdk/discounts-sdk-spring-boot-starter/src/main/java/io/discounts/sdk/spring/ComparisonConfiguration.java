package io.discounts.sdk.spring;

import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.shadow.ShadowOptions;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How the sides are compared, and by what they are judged. */
@Configuration(proxyBeanMethods = false)
class ComparisonConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ShadowOptions discountsShadowOptions(ShadowProperties shadow) {
        return shadow.options();
    }

    @Bean
    @ConditionalOnMissingBean
    ReportOptions discountsReportOptions(ReportProperties report) {
        return report.options();
    }

    /** The first, so that those of the host have the last word. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    DiscountsClientCustomizer discountsComparison(ShadowOptions shadow, ReportOptions report) {
        return builder -> builder.shadow(shadow).report(report);
    }
}
