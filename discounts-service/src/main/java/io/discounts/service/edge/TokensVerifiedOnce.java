package io.discounts.service.edge;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.time.Clock;

/** Puts the cache before whichever decoder the settings have made. */
final class TokensVerifiedOnce implements BeanPostProcessor {
    private final ObjectProvider<Clock> clock;

    TokensVerifiedOnce(ObjectProvider<Clock> clock) {
        this.clock = clock;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JwtDecoder verifying ? new CachingJwtDecoder(verifying, clock.getObject()) : bean;
    }
}
