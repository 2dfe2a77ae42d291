package io.discounts.loadtests.data;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** What the service's own schemas and adapters make of an event. */
final class Service {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ProviderAdapters ADAPTERS =
            new AnnotationConfigApplicationContext("io.discounts.service.provider").getBean(ProviderAdapters.class);

    private Service() {}

    /** The changes an event of the stream comes to; a refusal fails the test. */
    static List<CatalogChange> translate(String stream, String event) {
        var envelope = JSON.readTree(event);
        var told = new ProviderEvent(stream, envelope.required("type").stringValue(), envelope.required("data"));
        return switch (ADAPTERS.translate(List.of("canonical", stream), told)) {
            case Translation.Translated translated -> translated.changes();
            case Translation.Refused refused -> throw new AssertionError(refused.reason() + ": " + event);
        };
    }
}
