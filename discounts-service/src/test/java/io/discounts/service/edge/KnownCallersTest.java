package io.discounts.service.edge;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class KnownCallersTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private Instant now = START;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CachingJwtDecoder decoder = new CachingJwtDecoder(KnownCallersTest::token, clock);
    private final KnownCallers callers = KnownCallers.with(decoder);

    @BeforeEach
    void springSecurityLetsOneIn() {
        decoder.decode("discounts:read");
    }

    @Test
    void knowsWhoWasLetInBefore() {
        assertThat(callers.surelyMay(bearing("Bearer discounts:read"), Scope.READ))
                .isTrue();
    }

    @Test
    void knowsNobodyElse() {
        assertThat(callers.surelyMay(bearing(), Scope.READ)).isFalse();
        assertThat(callers.surelyMay(bearing("Bearer another"), Scope.READ)).isFalse();
        assertThat(callers.surelyMay(bearing("Bearer "), Scope.READ)).isFalse();
        assertThat(callers.surelyMay(bearing("Basic discounts:read"), Scope.READ))
                .isFalse();
        assertThat(callers.surelyMay(bearing("Bearer discounts:read", "Bearer another"), Scope.READ))
                .isFalse();
    }

    @Test
    void wantsTheScope() {
        assertThat(callers.surelyMay(bearing("Bearer discounts:read"), Scope.OPS))
                .isFalse();
    }

    @Test
    void readsScopesAsSpringSecurityDoes() {
        decoder.decode("discounts:read discounts:redeem");

        var both = bearing("Bearer discounts:read discounts:redeem");
        assertThat(callers.surelyMay(both, Scope.READ)).isTrue();
        assertThat(callers.surelyMay(both, Scope.REDEEM)).isTrue();
    }

    @Test
    void forgetsATokenThatHasExpired() {
        now = START.plus(Duration.ofMinutes(1));

        assertThat(callers.surelyMay(bearing("Bearer discounts:read"), Scope.READ))
                .isFalse();
    }

    @Test
    void forgetsATokenThatWasVerifiedLongAgo() {
        decoder.decode("discounts:ops lasting");

        now = START.plus(CachingJwtDecoder.BELIEVED_FOR);

        assertThat(callers.surelyMay(bearing("Bearer discounts:ops lasting"), Scope.OPS))
                .isFalse();
    }

    @Test
    void knowsNobodyWhereTokensAreNotKept() {
        assertThat(KnownCallers.with(KnownCallersTest::token).surelyMay(bearing("Bearer discounts:read"), Scope.READ))
                .isFalse();
    }

    private static MockHttpServletRequest bearing(String... headers) {
        var request = new MockHttpServletRequest();
        List.of(headers).forEach(header -> request.addHeader("Authorization", header));
        return request;
    }

    /** Its scopes are its text. */
    private static Jwt token(String text) {
        return Jwt.withTokenValue(text)
                .header("alg", "none")
                .claim("scope", text)
                .expiresAt(START.plus(text.contains("lasting") ? Duration.ofDays(1) : Duration.ofMinutes(1)))
                .build();
    }
}
