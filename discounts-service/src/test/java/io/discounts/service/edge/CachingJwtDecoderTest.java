package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CachingJwtDecoderTest {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final List<String> verified = new ArrayList<>();
    private Instant now = START;
    private Instant expiresAt = START.plus(Duration.ofHours(1));
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final JwtDecoder decoder = new CachingJwtDecoder(this::verify, clock);

    @Test
    void verifiesATokenOnce() {
        var first = decoder.decode("a");
        var second = decoder.decode(new String("a".toCharArray()));

        assertThat(second).isSameAs(first);
        assertThat(verified).containsExactly("a");
    }

    @Test
    void tellsTokensApart() {
        assertThat(decoder.decode("a").getSubject()).isEqualTo("a");
        assertThat(decoder.decode("b").getSubject()).isEqualTo("b");
    }

    @Test
    void asksAgainOnceTheTokenHasExpired() {
        expiresAt = START.plusSeconds(30);
        decoder.decode("a");

        now = START.plusMillis(29_999);
        decoder.decode("a");
        assertThat(verified).hasSize(1);

        now = START.plusSeconds(30);
        decoder.decode("a");
        assertThat(verified).hasSize(2);
    }

    @Test
    void asksAgainAfterAWhileForKeysAreWithdrawn() {
        decoder.decode("a");

        now = START.plus(CachingJwtDecoder.BELIEVED_FOR);
        decoder.decode("a");

        assertThat(verified).hasSize(2);
    }

    @Test
    void keepsNothingOfWhatIsRefused() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> decoder.decode("forged")).isInstanceOf(BadJwtException.class);
        }

        assertThat(verified).containsExactly("forged", "forged");
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(token)
                .expiresAt(expiresAt)
                .build();
    }
}
