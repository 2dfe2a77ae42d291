package io.discounts.service.ops;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class ActorTest {
    @Test
    void isTheTokensSubject() {
        assertThat(Actor.of(token("sub", "ana"))).isEqualTo(new Actor("ana"));
    }

    @Test
    void isAnonymousWithoutATokenOrASubject() {
        assertThat(Actor.of(null)).isEqualTo(Actor.ANONYMOUS);
        assertThat(Actor.of(token("iss", "https://issuer.example/"))).isEqualTo(Actor.ANONYMOUS);
    }

    private static JwtAuthenticationToken token(String claim, String value) {
        return new JwtAuthenticationToken(
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .claim(claim, value)
                        .build(),
                List.of());
    }
}
