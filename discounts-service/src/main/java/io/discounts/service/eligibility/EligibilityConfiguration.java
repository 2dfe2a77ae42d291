package io.discounts.service.eligibility;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {
    @Bean
    EligibilityEvaluator eligibilityEvaluator() {
        return new EligibilityEvaluator();
    }
}
