package io.discounts.service.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Verifies a token's signature when it is first seen rather than with each request that carries it. A token is looked at
 * anew once it has expired, and at the latest after five minutes, so that a key that was withdrawn is noticed. What is
 * refused is not kept. Safe for use by any thread.
 */
final class CachingJwtDecoder implements JwtDecoder {
    static final Duration BELIEVED_FOR = Duration.ofMinutes(5);
    private static final int MOST_TOKENS = 10_000;

    private final JwtDecoder verifying;
    private final Clock clock;
    private final Cache<String, Jwt> verified;

    CachingJwtDecoder(JwtDecoder verifying, Clock clock) {
        this.verifying = verifying;
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfterWrite(BELIEVED_FOR)
                .ticker(ticker)
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && !hasExpired(known)) {
            return known;
        }
        var decoded = verifying.decode(token);
        verified.put(token, decoded);
        return decoded;
    }

    /** Whether it is good for a little longer, for clocks that differ, is for the decoder to say. */
    private boolean hasExpired(Jwt token) {
        var expiresAt = token.getExpiresAt();
        return expiresAt != null && !clock.instant().isBefore(expiresAt);
    }
}
