package io.discounts.service.discount;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlainInstantTest {
    private static final long YEAR_10000 = 253_402_300_800L;

    @Property(tries = 500)
    void readsWhatEveryInstantIsWrittenAs(
            @ForAll @LongRange(min = 0, max = YEAR_10000 - 1) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        var instant = Instant.ofEpochSecond(second, nanos);

        assertThat(PlainInstant.isOne(instant.toString())).isTrue();
        assertThat(PlainInstant.read(instant.toString())).isEqualTo(instant);
    }

    @Property(tries = 500)
    void writesAsEveryInstantIsWritten(
            @ForAll @LongRange(min = -2 * YEAR_10000, max = 2 * YEAR_10000) long second,
            @ForAll @IntRange(max = 1) int nanos) {
        var instant = Instant.ofEpochSecond(second, nanos);

        assertThat(PlainInstant.written(instant)).isEqualTo(instant.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T00:00:00Z",
                "2026-01-02T03:04:05Z",
                "0000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void writesTheFirstAndLastOfAll(String written) {
        assertThat(PlainInstant.written(Instant.parse(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T10:00:00.1Z", "2026-11-22T10:00:00.000000001Z", "2026-11-22T10:00:00.50Z"})
    void readsAnyNumberOfDecimals(String written) {
        assertThat(PlainInstant.isOne(written)).isTrue();
        assertThat(PlainInstant.read(written)).isEqualTo(Instant.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22T10:00:00",
                "2026-11-22T10:00Z",
                "2026-11-22t10:00:00z",
                "2026-11-22T10:00:00.Z",
                "2026-11-22T10:00:00.1234567890Z",
                "2026-11-22T10:00:00.1xZ",
                "2026-11-22T10:00:00+01:00",
                "2026-11-22 10:00:00Z",
                "+2026-11-22T10:00:00Z",
                "2026-11-22T10:00:00\u0660Z"
            })
    void leavesWhatIsWrittenOtherwise(String written) {
        assertThat(PlainInstant.isOne(written)).isFalse();
    }

    @Test
    void refusesDaysAndTimesThatDoNotExist() {
        for (var written : new String[] {"2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-11-22T24:00:00Z"}) {
            assertThat(PlainInstant.isOne(written)).isTrue();
            assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> PlainInstant.read(written));
        }
    }
}
