package io.discounts.service.eligibility;

import io.discounts.service.redemption.Availability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {
    @Bean
    EligibilityEvaluator eligibilityEvaluator() {
        return new EligibilityEvaluator(Availability.UNTOUCHED);
    }
}
