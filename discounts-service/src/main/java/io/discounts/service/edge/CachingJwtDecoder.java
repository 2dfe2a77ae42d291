package io.discounts.service.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Verifies a token's signature when it is first seen rather than with each request that carries it. A token is looked at
 * anew once it has expired, and at the latest after five minutes, so that a key that was withdrawn is noticed. What is
 * refused is not kept. Safe for use by any thread.
 */
final class CachingJwtDecoder implements JwtDecoder {
    /** A token and what it allows, as Spring Security reads it. */
    private record Verified(Jwt token, Set<String> authorities) {}

    static final Duration BELIEVED_FOR = Duration.ofMinutes(5);
    private static final int MOST_TOKENS = 10_000;

    private final JwtDecoder verifying;
    private final Clock clock;
    private final Cache<String, Verified> verified;
    private final JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();

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
        var known = unexpired(token);
        if (known != null) {
            return known.token();
        }
        var decoded = verifying.decode(token);
        verified.put(token, new Verified(decoded, authorities(decoded)));
        return decoded;
    }

    /** Whether it would take the token without verifying it again, and the token allows this. */
    boolean knows(String token, Scope scope) {
        var known = unexpired(token);
        return known != null && known.authorities().contains(scope.authority());
    }

    private @Nullable Verified unexpired(String token) {
        var known = verified.getIfPresent(token);
        return known == null || hasExpired(known.token()) ? null : known;
    }

    private Set<String> authorities(Jwt token) {
        return Objects.requireNonNullElse(authorities.convert(token), List.<GrantedAuthority>of()).stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is good for a little longer, for clocks that differ, is for the decoder to say. */
    private boolean hasExpired(Jwt token) {
        var expiresAt = token.getExpiresAt();
        return expiresAt != null && !clock.instant().isBefore(expiresAt);
    }
}
