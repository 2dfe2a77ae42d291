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
        breaker.getEventPublisher().onStateTransition(event -> tell(name, event.getStateTransition()));
        return breaker;
    }

    /** The end of trouble and its beginning; not each try in between. */
    private static void tell(String name, CircuitBreaker.StateTransition transition) {
        switch (transition) {
            case CLOSED_TO_OPEN ->
                log.atWarn().addKeyValue("breaker", name).log("Asked no more for a while: too many calls fail");
            case HALF_OPEN_TO_CLOSED ->
                log.atInfo().addKeyValue("breaker", name).log("Asked again: calls succeed");
            default -> log.atDebug().addKeyValue("breaker", name).log("Still in trouble");
        }
    }
}
