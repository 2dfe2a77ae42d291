package io.discounts.service.catalog;

import io.discounts.service.discount.Validity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

class EndColumnTest {
    private static final Instant BEGIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final long SECONDS_UNTIL_2100 = 4_102_444_800L;
    private static final LocalDateTime ENDLESS = LocalDateTime.parse("9999-12-31T23:59:59.999");

    @Property
    void isNeverEarlierThanTheEndAndLessThanAMillisecondLater(
            @ForAll @LongRange(min = 1, max = SECONDS_UNTIL_2100) long second,
            @ForAll @LongRange(max = 999_999_999) long nanos) {
        var end = Instant.ofEpochSecond(second, nanos);

        var column = EndColumn.of(until(end)).toInstant(ZoneOffset.UTC);

        assertThat(column)
                .isAfterOrEqualTo(end)
                .isBefore(end.plus(Duration.ofMillis(1)))
                .isEqualTo(Instant.ofEpochMilli(column.toEpochMilli()));
    }

    @Property
    void isComparedWithAMomentThatIsNeverLaterThanTheOneAskedFor(
            @ForAll @LongRange(min = 0, max = SECONDS_UNTIL_2100) long second,
            @ForAll @LongRange(max = 999_999_999) long nanos) {
        var since = Instant.ofEpochSecond(second, nanos);

        assertThat(EndColumn.since(since).toInstant(ZoneOffset.UTC))
                .isBeforeOrEqualTo(since)
                .isAfter(since.minus(Duration.ofMillis(1)));
    }

    @Test
    void isTheLastThereIsForWhatNeverEndsOrEndsLater() {
        assertThat(EndColumn.of(new Validity(BEGIN, null))).isEqualTo(ENDLESS);
        assertThat(EndColumn.of(until(Instant.parse("9999-12-31T23:59:59.9991Z"))))
                .isEqualTo(ENDLESS);
    }

    @Test
    void isPartOfAWholeSheetHoweverLongAgoItEnded() {
        assertThat(EndColumn.of(until(BEGIN)))
                .isEqualTo(EndColumn.of(until(Instant.EPOCH)))
                .isAfter(EndColumn.since(RawSheet.ALWAYS));
    }

    @Test
    void isWrittenAsTheDatabaseReadsIt() {
        assertThat(EndColumn.written(until(Instant.parse("2026-12-01T00:00:00.0001Z"))))
                .isEqualTo("2026-12-01 00:00:00.001");
    }

    private static Validity until(Instant end) {
        return new Validity(BEGIN, end);
    }
}
