package io.discounts.loadtests.packaged;

import io.discounts.loadtests.harness.ServiceBuild;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class WayTest {
    private final Way way = new Way("some way", new ServiceBuild(Path.of("some.jar"), List.of()));

    @Test
    void tellsTheMedianOfItsStarts() {
        List.of(900, 100, 300).forEach(this::start);

        assertThat(way.median(Start::ready)).isEqualTo(300);
        assertThat(way.median(Start::cpu)).isEqualTo(600);
    }

    @Test
    void remembersItsStartsInTheirOrder() {
        List.of(900, 100).forEach(this::start);

        assertThat(way.starts()).extracting(start -> start.ready().toMillis()).containsExactly(900L, 100L);
    }

    private void start(int millis) {
        var ready = Duration.ofMillis(millis);
        way.add(new Start(ready, ready.multipliedBy(2), Duration.ZERO, Duration.ZERO, 0));
    }
}
