package io.discounts.service.provider.guide;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.UseReported;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.ingestion.IngestionProperties;
import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** From a provider's configuration and one of its events to what the service makes of it, as text. */
final class Newcomer implements BinaryOperator<String> {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public String apply(String yaml, String event) {
        var stream = configured(yaml).streams().getFirst();
        try (var context = new AnnotationConfigApplicationContext("io.discounts.service.provider")) {
            var adapters = context.getBean(ProviderAdapters.class);
            adapters.requireKnown(stream.formats());
            var read = JSON.readTree(event);
            var asked =
                    new ProviderEvent(stream.provider(), read.required("type").stringValue(), read.required("data"));
            return told(adapters.translate(stream.formats(), asked));
        }
    }

    private static IngestionProperties configured(String yaml) {
        try {
            var sources = new YamlPropertySourceLoader()
                    .load("guide", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bindOrCreate("discounts.ingestion", IngestionProperties.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String told(Translation translation) {
        return switch (translation) {
            case Translation.Refused refused -> refused.reason();
            case Translation.Translated translated ->
                translated.changes().stream().map(Newcomer::told).collect(Collectors.joining("\n"));
        };
    }

    private static String told(CatalogChange change) {
        return switch (change) {
            case DiscountChange.Published published ->
                new String(DiscountJson.write(published.discount()), StandardCharsets.UTF_8);
            case DiscountChange.Withdrawn withdrawn -> "withdrawn " + withdrawn.id() + " " + withdrawn.version();
            case StoreChange store -> "store " + store.region();
            case UseReported use -> "used " + use.id();
        };
    }
}
