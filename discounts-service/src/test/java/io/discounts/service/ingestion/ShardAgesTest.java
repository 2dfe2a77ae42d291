package io.discounts.service.ingestion;

import io.micrometer.core.instrument.MockClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class ShardAgesTest {
    private final MockClock clock = new MockClock();
    private final ShardAges ages = new ShardAges(clock);

    @Test
    void isAsOldAsTheShardFurthestBehind() {
        ages.read("s-1", Duration.ofSeconds(3));
        ages.read("s-2", Duration.ofSeconds(9));

        assertThat(ages.maxSeconds()).isEqualTo(9.0);
    }

    @Test
    void growsWhileAShardIsNotRead() {
        ages.read("s-1", Duration.ZERO);

        clock.add(Duration.ofSeconds(90));

        assertThat(ages.maxSeconds()).isEqualTo(90.0);
    }

    @Test
    void tellsEachShardThatIsHeld() {
        ages.read("s-1", Duration.ofSeconds(3));
        clock.add(Duration.ofSeconds(2));

        assertThat(ages.held()).containsExactly("s-1");
        assertThat(ages.age("s-1")).contains(Duration.ofSeconds(5));
        assertThat(ages.age("s-2")).isEmpty();
    }

    @Test
    void forgetsAShardThatIsHeldNoLonger() {
        ages.read("s-1", Duration.ofSeconds(3));

        ages.released("s-1");

        assertThat(ages.maxSeconds()).isNaN();
    }
}
