package io.discounts.service.catalog;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** The breakers between the caches. Every value is set: the library's defaults are made for slower company. */
final class Breakers {
    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    private Breakers() {}

    /** Opens when half of the last 20 calls failed or took longer than {@code slow}, and tries again a second later. */
    static CircuitBreaker of(String name, Duration slow) {
        var breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .slowCallDurationThreshold(slow)
                        .slowCallRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(1))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .maxWaitDurationInHalfOpenState(Duration.ofSeconds(3))
                        .automaticTransitionFromOpenToHalfOpenEnabled(false)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> log.atInfo()
                        .addKeyValue("breaker", name)
                        .addKeyValue("state", event.getStateTransition().getToState())
                        .log("circuit breaker moved"));
        return breaker;
    }
}
