package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountChange;
import tools.jackson.core.JsonGenerator;

import java.io.IOException;

/** The contract's own events, one for each change. */
final class CanonicalFormat implements EventFormat {
    private static final String PUBLISHED = "io.discounts.discount.published.v1";
    private static final String WITHDRAWN = "io.discounts.discount.withdrawn.v1";

    @Override
    public void write(Statement statement, EventLines lines) throws IOException {
        for (var change : statement.changes()) {
            switch (change) {
                case DiscountChange.Published published ->
                    lines.event(
                            envelope(statement, change, PUBLISHED),
                            json -> CanonicalJson.write(json, published.discount()));
                case DiscountChange.Withdrawn withdrawn ->
                    lines.event(envelope(statement, change, WITHDRAWN), json -> identity(json, withdrawn));
            }
        }
    }

    private static Envelope envelope(Statement statement, DiscountChange change, String type) {
        return new Envelope(
                "/providers/" + change.id().provider(),
                type,
                change.region(),
                change.id().externalId(),
                change.version(),
                statement.time());
    }

    private static void identity(JsonGenerator json, DiscountChange change) {
        json.writeStringProperty("externalId", change.id().externalId());
        json.writeNumberProperty("version", change.version());
        json.writeStringProperty("region", change.region().code());
    }
}
