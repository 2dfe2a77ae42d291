package io.discounts.service.replay;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Places, and what lies within which. */
class LogLocationTest {
    @ParameterizedTest
    @CsvSource({
        "s3://log, s3://log, true",
        "s3://log/, s3://log/a/b, true",
        "s3://log/a, s3://log/a/, true",
        "s3://log/a/, s3://log/a/b=1/c, true",
        "s3://log, s3://log-evil, false",
        "s3://log/a, s3://log/a-evil/b, false",
        "s3://log/a, s3://log, false",
        "s3://log/a, s3://other/a, false",
        "s3://log, /log, false",
        "/, s3://log, false",
        "/log, /log/a, true",
        "/log, /log-evil, false",
        "/log, /log/../etc, false",
        "/log, log, false"
    })
    void liesWithinAnotherByWholeNames(String outer, String inner, boolean within) {
        assertThat(LogLocation.parse(outer).contains(LogLocation.parse(inner))).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3:///log",
                "s3://LOG/a",
                "s3://lo",
                "s3://-log",
                "s3://lo..g",
                "s3://log//a",
                "s3://log/a//",
                "s3://log/../other",
                "s3://log/a/..",
                "s3://log/./a",
                "s3://log/%2e%2e/other",
                "s3://log/a%2fb",
                "s3://log/a?versionId=1",
                "s3://log/a#b",
                "s3://log/a\\b",
                "s3://log/a b",
                "s3://log/\u00e4",
                "s3://user@log/a",
                "S3://log/a",
                "http://log/a",
                "file:///log"
            })
    void isNoneIfAnybodyMightTakeItForAnother(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogLocation.parse(written));
    }

    @ParameterizedTest
    @CsvSource({"s3://log, a/b", "s3://log/, a/b", "s3://log/x/y/, x/y/a/b"})
    void namesTheKeysBelowIt(String written, String key) {
        var location = (LogLocation.S3Prefix) LogLocation.parse(written);

        assertThat(location.key("a/b")).isEqualTo(key);
        assertThat(LogLocation.parse(location.toString())).isEqualTo(location);
    }
}
