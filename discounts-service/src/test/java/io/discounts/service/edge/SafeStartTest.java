package io.discounts.service.edge;

import io.discounts.fixtures.edge.EdgeApplication;
import io.discounts.fixtures.edge.Http;
import io.discounts.fixtures.edge.ReceivedProblem;
import io.discounts.service.DiscountsServiceApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import java.nio.file.Path;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SafeStartTest {
    private static final String OPEN = "--discounts.security.mode=open";

    /** As operators start it: in a process of its own, whose end tells their scripts. */
    @Test
    void endsTheServiceAsItComesBeforeItLooksForItsStores() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var service = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiscountsServiceApplication.class.getName())
                .redirectErrorStream(true)
                .start();

        var output = new String(service.getInputStream().readAllBytes(), UTF_8);

        assertThat(service.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("No issuer or key is configured", "spring.security.oauth2.resourceserver.jwt.issuer-uri")
                .doesNotContain("Hikari", "Tomcat started", "stack_trace");
    }

    static Stream<Arguments> unsafeSettings() {
        return Stream.of(
                Arguments.of("", "No issuer or key"),
                Arguments.of("--discounts.security.mode=jwt", "No issuer or key"),
                Arguments.of("--spring.security.oauth2.resourceserver.jwt.issuer-uri=", "No issuer or key"),
                Arguments.of("--spring.security.oauth2.resourceserver.jwt.audiences=discounts", "No issuer or key"),
                Arguments.of("--server.address=127.0.0.1", "No issuer or key"),
                Arguments.of(OPEN, "server.address is not a loopback"),
                Arguments.of(OPEN + " --server.address=0.0.0.0", "server.address is not a loopback"),
                Arguments.of(OPEN + " --server.address=::", "server.address is not a loopback"),
                Arguments.of(OPEN + " --server.address=192.0.2.1", "server.address is not a loopback"),
                Arguments.of(
                        OPEN + " --server.address=127.0.0.1 --management.server.address=0.0.0.0",
                        "management.server.address is not a loopback"),
                Arguments.of(
                        OPEN + " --server.address=127.0.0.1 --management.server.port=0 --management.server.address=",
                        "management.server.address is not a loopback"));
    }

    @ParameterizedTest
    @MethodSource("unsafeSettings")
    void refusesSettingsThatWouldLetAnybodyIn(String settings, String reason) {
        assertThatThrownBy(() -> start(Guarded.class, settings))
                .isInstanceOf(UnsafeConfigurationException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN + " --server.address=127.1.2.3",
                OPEN + " --server.address=localhost",
                OPEN + " --server.address=::1",
                OPEN + " --server.address=127.0.0.1 --management.server.port=-1 --management.server.address=",
                OPEN + " --server.address=127.0.0.1 --management.server.port=8080 --management.server.address=",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example/",
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://issuer.example/keys",
                "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:key.pem"
            })
    void takesSettingsThatLetNobodyElseIn(String settings) {
        assertThatCode(() -> start(Guarded.class, settings).close()).doesNotThrowAnyException();
    }

    @Test
    void letsEverybodyInOnLoopbackWhenToldTo() {
        var settings = OPEN + " --management.server.port=0 --server.address=127.0.0.1";
        try (var service = start(EdgeApplication.class, settings)) {
            var http = new Http(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            assertThat(http.get("/elsewhere").statusCode()).isEqualTo(200);
            ReceivedProblem.in(http.get("/nowhere"), 404, "not-found");
        }
    }

    private static ConfigurableApplicationContext start(Class<?> application, String settings) {
        var web = application == EdgeApplication.class ? "servlet --server.port=0" : "none";
        var arguments = "--spring.main.web-application-type=" + web + " --springdoc.api-docs.enabled=false " + settings;
        return SpringApplication.run(application, arguments.strip().split(" "));
    }

    /** An application with the service's settings and nothing but the guard in it. */
    static class Guarded {
        @Bean
        static SafeStart safeStart(Environment environment) {
            return new SafeStart(environment);
        }
    }
}
