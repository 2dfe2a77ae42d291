package io.discounts.service.ingestion;

import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.ingestion.EnvelopeReading.Read;
import io.discounts.service.ingestion.EnvelopeReading.Unreadable;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

import static org.assertj.core.api.Assertions.assertThat;

class CloudEventsTest {
    @Test
    void readsTheContractsExample() {
        var reading = CloudEvents.read(ExampleEvents.DISCOUNT_PUBLISHED.bytes());

        assertThat(reading)
                .isEqualTo(new Read(new CloudEvent(
                        "e-1",
                        "/providers/partner-promotions",
                        "io.discounts.discount.published.v1",
                        "ES/42",
                        Instant.parse("2026-11-22T10:00:00Z"),
                        ExampleEvents.DISCOUNT_PUBLISHED.data())));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryExample(ExampleEvents example) {
        assertThat(CloudEvents.read(example.bytes())).isInstanceOf(Read.class);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /datacontenttype | -
                    /datacontenttype | null
                    /datacontenttype | "Application/JSON; charset=utf-8"
                    /datacontenttype | "application/vnd.discounts+json"
                    /data_base64     | null
                    /data            | {}
                    /time            | "2026-11-22T11:00:00.123456789+01:00"
                    /time            | "2026-11-22t10:00:00z"
                    /time            | "1970-01-01T00:00:00Z"
                    /subject         | "ES/ñandú 🍕"
                    /traceparent     | "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
                    /extension       | {"id":[1,2,{"type":null}]}
                    """)
    void readsWhatCloudEventsAllow(String pointer, String value) {
        assertThat(CloudEvents.read(changed(pointer, value))).isInstanceOf(Read.class);
    }

    @Test
    void convertsTheTimeToUtc() {
        var reading = CloudEvents.read(changed("/time", "\"2026-11-22T11:30:00.5+01:30\""));

        assertThat(event(reading).time()).isEqualTo(Instant.parse("2026-11-22T10:00:00.5Z"));
    }

    @Test
    void keepsDecimalsExact() {
        var reading = CloudEvents.read(changed("/data", "{\"percent\":33.330000000000000000001}"));

        assertThat(event(reading).data().required("percent").decimalValue())
                .isEqualByComparingTo(new BigDecimal("33.330000000000000000001"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /specversion     | -                       | /specversion: is required
                    /specversion     | "0.3"                   | /specversion: must be 1.0
                    /specversion     | 1.0                     | /specversion: must be a string
                    /id              | -                       | /id: is required
                    /id              | ""                      | /id: must be a string of 1 to 256 characters
                    /source          | -                       | /source: is required
                    /source          | null                    | /source: is required
                    /type            | -                       | /type: is required
                    /type            | []                      | /type: must be a string
                    /time            | -                       | /time: is required
                    /time            | "yesterday"             | /time: must be an RFC 3339 instant
                    /time            | "2026-11-22"            | /time: must be an RFC 3339 instant
                    /time            | "2026-11-22T10:00:00"   | /time: must be an RFC 3339 instant
                    /time            | "2026-11-31T10:00:00Z"  | /time: must be an RFC 3339 instant
                    /time            | "2026-11-22T24:00:00Z"  | /time: must be an RFC 3339 instant
                    /time            | "2026-11-22T10:00:00+99:00" | /time: must be an RFC 3339 instant
                    /time            | "+12026-11-22T10:00:00Z" | /time: must be an RFC 3339 instant
                    /time            | "1969-12-31T23:59:59Z"  | /time: must be an RFC 3339 instant not before 1970
                    /time            | 1793491200              | /time: must be a string
                    /datacontenttype | "application/xml"       | /datacontenttype: must be JSON
                    /datacontenttype | 7                       | /datacontenttype: must be JSON
                    /data_base64     | "e30="                  | /data_base64: must not be given
                    /data            | -                       | /data: is required
                    /data            | null                    | /data: is required
                    /data            | "{}"                    | /data: must be an object
                    /data            | []                      | /data: must be an object
                    """)
    void refusesWhatIsNoCloudEventButTellsItsSubject(String pointer, String value, String expected) {
        assertThat(CloudEvents.read(changed(pointer, value))).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).startsWith(expected);
            assertThat(unreadable.subject()).isEqualTo("ES/42");
        });
    }

    @ParameterizedTest(name = "subject = {0}")
    @ValueSource(strings = {"-", "null", "7", "\"\"", "\" \"", "[\"ES/42\"]", "\"ES/42\\n\""})
    void tellsNoSubjectWhereThereIsNone(String subject) {
        assertThat(CloudEvents.read(changed("/subject", subject)))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.reason()).startsWith("/subject: ");
                    assertThat(unreadable.subject()).isNull();
                });
    }

    @Test
    void refusesHalfASurrogatePair() {
        var example = new String(ExampleEvents.DISCOUNT_PUBLISHED.bytes(), StandardCharsets.UTF_8);

        var reading = CloudEvents.read(utf8(example.replace("ES/42", "ES/\\ud83c")));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.subject()).isNull());
    }

    @Test
    void boundsEveryAttribute() {
        assertThat(CloudEvents.read(changed("/subject", '"' + "s".repeat(256) + '"')))
                .isInstanceOf(Read.class);
        assertThat(CloudEvents.read(changed("/subject", '"' + "s".repeat(257) + '"')))
                .isInstanceOf(Unreadable.class);
        assertThat(CloudEvents.read(changed("/id", '"' + "i".repeat(257) + '"')))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void tellsAllThatIsMissingAtOnce() {
        assertThat(CloudEvents.read(utf8("{}")))
                .isEqualTo(new Unreadable(
                        "/specversion: is required; /id: is required; /source: is required; /type: is required; "
                                + "/subject: is required; /time: is required; /data: is required",
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    not JSON at all                          | malformed JSON at line 1, column
                    ''                                       | not a JSON object
                    '   '                                    | not a JSON object
                    []                                       | not a JSON object
                    "event"                                  | not a JSON object
                    null                                     | not a JSON object
                    {"id":"e-1"                              | malformed JSON at line 1, column
                    {"id":"e-1",}                            | malformed JSON at line 1, column
                    {"id":NaN}                               | malformed JSON at line 1, column
                    {'id':'e-1'}                             | malformed JSON at line 1, column
                    {"id":"e-1"} {}                          | content behind the event
                    {"id":"e-1"} ]                           | malformed JSON at line 1, column
                    {"id":"e-1","id":"e-2"}                  | duplicate key at line 1, column
                    {"data":{"a":{"b":1,"b":2}}}             | duplicate key at line 1, column
                    {"extension":{"a":1,"a":2}}              | duplicate key at line 1, column
                    """)
    void refusesWhatIsNotStrictlyOneJsonObject(String written, String expected) {
        assertThat(CloudEvents.read(utf8(written)))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).startsWith(expected));
    }

    @Test
    void tellsTheSubjectReadBeforeTheFault() {
        var whole = ExampleEvents.DISCOUNT_PUBLISHED.bytes();

        var reading = CloudEvents.read(Arrays.copyOf(whole, whole.length - 20));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.subject()).isEqualTo("ES/42"));
    }

    @Test
    void boundsTheDepth() {
        // The envelope and data are two levels.
        assertThat(CloudEvents.read(changed("/data", nested(CloudEvents.MAX_DEPTH - 1))))
                .isInstanceOf(Read.class);
        assertThat(CloudEvents.read(changed("/data", nested(CloudEvents.MAX_DEPTH))))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).startsWith("JSON nested deeper than 64"));
        assertThat(CloudEvents.read(utf8("[".repeat(1_000_000)))).isInstanceOf(Unreadable.class);
    }

    @Test
    void boundsNumbers() {
        var reading = CloudEvents.read(changed("/data", "{\"version\":" + "9".repeat(101) + "}"));

        assertThat(reading).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void refusesOtherCharacterSets(String charset) {
        var text = new String(changed("/subject", "\"ES/ñ\""), StandardCharsets.UTF_8);

        assertThat(CloudEvents.read(text.getBytes(Charset.forName(charset)))).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f4908080", "e282", "ff"})
    void refusesFaultyUtf8(String faulty) {
        var event = new String(changed("/id", "\"FAULT\""), StandardCharsets.ISO_8859_1)
                .replace("FAULT", new String(HexFormat.of().parseHex(faulty), StandardCharsets.ISO_8859_1));

        assertThat(CloudEvents.read(event.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Unreadable("not UTF-8", null));
    }

    @Property(tries = 500)
    void neverThrowsWhateverTheBytes(@ForAll byte[] bytes) {
        assertThat(CloudEvents.read(bytes)).isInstanceOf(Unreadable.class);
    }

    @Property(tries = 500)
    void neverThrowsWhateverByteIsBroken(@ForAll int at, @ForAll byte broken) {
        var bytes = ExampleEvents.DISCOUNT_PUBLISHED.bytes();
        bytes[Math.floorMod(at, bytes.length)] = broken;

        assertThat(CloudEvents.read(bytes)).isNotNull();
    }

    private static CloudEvent event(EnvelopeReading reading) {
        return switch (reading) {
            case Read read -> read.event();
            case Unreadable unreadable -> throw new AssertionError(unreadable.reason());
        };
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static byte[] changed(String pointer, String value) {
        return utf8(ExampleEvents.changed(ExampleEvents.DISCOUNT_PUBLISHED.event(), pointer, value)
                .toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
