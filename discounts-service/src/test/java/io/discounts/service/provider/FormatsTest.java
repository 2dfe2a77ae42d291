package io.discounts.service.provider;

import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.provider.fixtures.NativeExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The formats as Spring finds them. */
class FormatsTest {
    private static final List<String> ALL =
            List.of("canonical", "stores", "partner-promotions", "prime-benefits", "marketing-campaigns");

    @Test
    void areKnownByTheNamesAStreamsConfigurationUses() {
        assertThatCode(() -> adapters().requireKnown(ALL)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void translateEveryExampleOfTheContract(ExampleEvents example) {
        var type = example.event().required("type").stringValue();

        var translation = adapters().translate(ALL, new ProviderEvent("p", type, example.data()));

        assertThat(translation).isInstanceOf(Translation.Translated.class);
    }

    @ParameterizedTest
    @EnumSource
    void translateEveryNativeExample(NativeExamples example) {
        var translation = adapters().translate(List.of(example.provider()), example.toProviderEvent());

        assertThat(translation).isInstanceOf(Translation.Translated.class);
    }

    private static ProviderAdapters adapters() {
        try (var context = new AnnotationConfigApplicationContext("io.discounts.service.provider")) {
            return context.getBean(ProviderAdapters.class);
        }
    }
}
