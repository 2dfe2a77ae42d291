package io.discounts.service.catalog;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class NearPolicyTest {
    @Property
    void shortensTheBoundByAFifthAtMost(@ForAll long seed, @ForAll String key) {
        var ages =
                new NearPolicy(Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, seed).ages(key);

        assertThat(ages.freshForMillis()).isBetween(24_000L, 30_000L);
        assertThat(ages.renewAfterMillis()).isBetween(16_000L, ages.freshForMillis());
    }

    @Property
    void differsBetweenInstances(@ForAll long seed) {
        var one = new NearPolicy(Duration.ofHours(1000), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, seed);
        var other = new NearPolicy(Duration.ofHours(1000), Duration.ZERO, Duration.ZERO, Duration.ZERO, 1, seed + 1);

        assertThat(one.ages("key")).isNotEqualTo(other.ages("key"));
    }
}
