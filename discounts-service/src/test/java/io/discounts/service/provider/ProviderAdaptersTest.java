package io.discounts.service.provider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.List;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class ProviderAdaptersTest {
    private static final Translation FROM_A = new Translation.Refused("said by a");
    private static final Translation FROM_B = new Translation.Refused("said by b");

    private final ProviderAdapters adapters = new ProviderAdapters(List.of(
            new ScriptedAdapter("a", "one", () -> FROM_A),
            new ScriptedAdapter("b", "one", () -> FROM_B),
            new ScriptedAdapter("b2", "two", () -> FROM_B),
            new ScriptedAdapter("broken", "one", () -> {
                throw new IllegalStateException("customer c-1");
            })));

    @Test
    void asksTheFirstOfTheStreamsFormatsThatSpeaksTheType() {
        assertThat(adapters.translate(List.of("a", "b"), event("one"))).isEqualTo(FROM_A);
        assertThat(adapters.translate(List.of("b", "a"), event("one"))).isEqualTo(FROM_B);
        assertThat(adapters.translate(List.of("a", "b2"), event("two"))).isEqualTo(FROM_B);
    }

    @Test
    void refusesATypeThatOnlyAnotherStreamMaySpeak() {
        var translation = adapters.translate(List.of("a"), event("two"));

        assertThat(translation).isEqualTo(new Translation.Refused("/type: is unknown on this stream"));
    }

    @Test
    void refusesWhenAnAdapterFailsAndLogsNothingOfTheEvent(CapturedOutput output) {
        var translation = adapters.translate(List.of("broken"), event("one"));

        assertThat(translation).isEqualTo(new Translation.Refused("adapter failure"));
        assertThat(output).containsOnlyOnce("An adapter failed").doesNotContain("c-1", "secret");
    }

    @Test
    void knowsWhichFormatsThereAre() {
        assertThatCode(() -> adapters.requireKnown(List.of("a", "b"))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adapters.requireKnown(List.of("a", "canonicle")))
                .withMessage("unknown formats [canonicle], known are [a, b, b2, broken]");
    }

    @Test
    void wantsOneAdapterForAFormat() {
        var twins = List.<ProviderAdapter>of(
                new ScriptedAdapter("a", "one", () -> FROM_A), new ScriptedAdapter("a", "two", () -> FROM_B));

        assertThatIllegalStateException().isThrownBy(() -> new ProviderAdapters(twins));
    }

    private static ProviderEvent event(String type) {
        return new ProviderEvent(
                "p", type, JsonNodeFactory.instance.objectNode().put("a", "secret"));
    }

    private record ScriptedAdapter(String format, String type, Supplier<Translation> answer)
            implements ProviderAdapter {
        @Override
        public boolean speaks(String eventType) {
            return eventType.equals(type);
        }

        @Override
        public Translation translate(ProviderEvent event) {
            return answer.get();
        }
    }
}
