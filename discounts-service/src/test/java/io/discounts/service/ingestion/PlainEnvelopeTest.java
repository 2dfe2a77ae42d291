package io.discounts.service.ingestion;

import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.provider.fixtures.Damages;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static org.assertj.core.api.Assertions.assertThat;

/** The quick look at an envelope comes to what the close one comes to, or to nothing. */
class PlainEnvelopeTest {

    @ParameterizedTest
    @EnumSource
    void takesTheContractsExamples(ExampleEvents example) {
        assertThat(PlainEnvelope.read(example.bytes())).isPresent();
        agrees(example.bytes());
    }

    @Property(tries = 500)
    void agreesOnDamagedEvents(@ForAll("damaged") ObjectNode event) {
        agrees(event.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void agreesOnEveryBeginning() {
        var whole = ExampleEvents.DISCOUNT_WITHDRAWN.bytes();
        for (int length = 0; length < whole.length; length++) {
            agrees(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"a\",\"time\":\"2026-11-22T10:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"a b\",\"time\":\"2026-11-22T10:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"a\",\"time\":\"2026-11-22T24:00:00Z\",\"data\":{}}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"a\",\"time\":\"2026-11-22T10:00:00Z\",\"data\":{}} {}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"a\",\"time\":\"2026-11-22T10:00:00Z\",\"data\":{},\"data_base64\":\"\"}"
            })
    void leavesWhatIsNotPlain(String event) {
        assertThat(PlainEnvelope.read(event.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Provide
    Arbitrary<ObjectNode> damaged() {
        return Damages.of(ExampleEvents.DISCOUNT_PUBLISHED::event);
    }

    private static void agrees(byte[] event) {
        PlainEnvelope.read(event)
                .ifPresent(plain -> assertThat(CloudEvents.read(event))
                        .isInstanceOfSatisfying(EnvelopeReading.Read.class, read -> {
                            assertThat(plain.type()).isEqualTo(read.event().type());
                            assertThat(plain.subject()).isEqualTo(read.event().subject());
                            assertThat(plain.time()).isEqualTo(read.event().time());
                            assertThat(ExampleEvents.json(plain.data()))
                                    .isEqualTo(read.event().data());
                        }));
    }
}
