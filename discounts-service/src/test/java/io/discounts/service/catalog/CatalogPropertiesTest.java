package io.discounts.service.catalog;

import io.discounts.fixtures.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CatalogPropertiesTest {
    private final SettableClock clock = new SettableClock();

    @Test
    void keepsWhatHasEndedForAsLongAsItIsTold() {
        clock.advance(Duration.ofNanos(1_999_999));

        assertThat(keeping(Duration.ofDays(1)).since(clock)).isEqualTo(Instant.parse("2026-11-21T12:00:00.001Z"));
        assertThat(keeping(Duration.ZERO).since(clock)).isEqualTo(Instant.parse("2026-11-22T12:00:00.001Z"));
    }

    @Test
    void keepsEverythingWhereTheTimeIsLongEnough() {
        assertThat(keeping(Duration.ofDays(100 * 366)).since(clock)).isEqualTo(RawSheet.ALWAYS);
    }

    @Test
    void refusesToForgetWhatHasNotEndedYet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keeping(Duration.ofSeconds(-1)))
                .withMessageContaining("discounts.catalog.ended-kept");
    }

    private static CatalogProperties keeping(Duration ended) {
        var second = Duration.ofSeconds(1);
        var size = DataSize.ofMegabytes(1);
        return new CatalogProperties(second, second, second, second, size, 1, second, ended, size);
    }
}
