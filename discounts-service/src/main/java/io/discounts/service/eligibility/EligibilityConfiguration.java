package io.discounts.service.eligibility;

import io.discounts.service.redemption.Availability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EligibilityConfiguration {
    @Bean
    EligibilityEvaluator eligibilityEvaluator(Availability availability) {
        return new EligibilityEvaluator(availability);
    }

    @Bean
    Explainer explainer(EligibilityEvaluator evaluator, Availability availability) {
        return new Explainer(evaluator, availability);
    }
}
