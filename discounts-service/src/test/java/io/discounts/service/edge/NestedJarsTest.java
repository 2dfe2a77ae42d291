package io.discounts.service.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticApplicationContext;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class NestedJarsTest {
    private final ApplicationStartedEvent started = new ApplicationStartedEvent(
            new SpringApplication(), new String[0], new StaticApplicationContext(), Duration.ZERO);

    @Test
    void warnsOfAStartFromTheExecutableJar(CapturedOutput output) {
        new NestedJars("org.springframework.boot.loader.launch.LaunchedClassLoader").onApplicationEvent(started);

        assertThat(output).contains("take it apart");
    }

    @Test
    void saysNothingWhereTheJvmLoadsTheClasses(CapturedOutput output) {
        new NestedJars(ClassLoader.getSystemClassLoader().getClass().getName()).onApplicationEvent(started);

        assertThat(output).doesNotContain("take it apart");
    }
}
