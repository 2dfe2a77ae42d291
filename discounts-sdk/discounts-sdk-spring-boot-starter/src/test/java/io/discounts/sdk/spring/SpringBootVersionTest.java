package io.discounts.sdk.spring;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

class SpringBootVersionTest {
    @Test
    void isTheOneThatTheModuleIsAbout() {
        assertThat(SpringBootVersion.getVersion()).startsWith(System.getProperty("tested.spring-boot"));
    }
}
