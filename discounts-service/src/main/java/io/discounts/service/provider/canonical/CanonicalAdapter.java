package io.discounts.service.provider.canonical;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.PlainEvent;
import io.discounts.service.provider.ProviderAdapter;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.schema.EventSchema;
import io.discounts.service.provider.schema.PlainShapes;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/** Discounts published and withdrawn in the service's own terms. */
@Component
final class CanonicalAdapter implements ProviderAdapter {
    private static final String PUBLISHED = "io.discounts.discount.published.v1";
    private static final String WITHDRAWN = "io.discounts.discount.withdrawn.v1";

    private final EventSchema published = EventSchema.load("discount.published.v1");
    private final EventSchema withdrawn = EventSchema.load("discount.withdrawn.v1");

    @Override
    public String format() {
        return "canonical";
    }

    @Override
    public boolean speaks(String eventType) {
        return eventType.equals(PUBLISHED) || eventType.equals(WITHDRAWN);
    }

    @Override
    public Translation translate(ProviderEvent event) {
        return event.type().equals(PUBLISHED)
                ? published.translate(event.data(), data -> published(event.provider(), data))
                : withdrawn.translate(event.data(), data -> withdrawn(event.provider(), data));
    }

    @Override
    public Optional<Translation.Translated> translatePlain(PlainEvent event) {
        try {
            return event.type().equals(PUBLISHED) ? publishedPlain(event) : Optional.empty();
        } catch (IllegalArgumentException whatShapesCannotTell) {
            return Optional.empty();
        }
    }

    private static Optional<Translation.Translated> publishedPlain(PlainEvent event) {
        return PlainShapes.fits(PlainDiscounts.PUBLISHED, event.data())
                ? Optional.of(new Translation.Translated(
                        List.of(new DiscountChange.Published(DiscountJson.read(event.provider(), event.data())))))
                : Optional.empty();
    }

    private static DiscountChange published(String provider, JsonNode data) {
        return new DiscountChange.Published(DiscountJson.read(provider, data));
    }

    private static DiscountChange withdrawn(String provider, JsonNode data) {
        return new DiscountChange.Withdrawn(
                new DiscountId(provider, data.required("externalId").stringValue()),
                new Region(data.required("region").stringValue()),
                data.required("version").asLong());
    }
}
