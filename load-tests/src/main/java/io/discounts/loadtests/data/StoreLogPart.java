package io.discounts.loadtests.data;

import io.discounts.service.discount.StoreChange;
import tools.jackson.core.JsonGenerator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** One country's stores as events: each opened, some closed again. */
record StoreLogPart(LogFile file, StoreChanges stores, Instant time) implements Part {
    @Override
    public Tally write(Path folder) throws IOException {
        try (var out = file.create(folder)) {
            var lines = new EventLines(out);
            for (var facts : stores.opened()) {
                var opened = new StoreChange.Updated(facts);
                lines.event(envelope("updated", opened), json -> facts(json, opened));
            }
            for (var closed : stores.closed()) {
                lines.event(envelope("removed", closed), json -> identity(json, closed));
            }
            return new Tally(lines.written(), 0, 0, 0, stores.opened().size());
        }
    }

    private Envelope envelope(String what, StoreChange change) {
        return new Envelope(
                "/stores",
                "io.discounts.store." + what + ".v1",
                change.region(),
                change.storeId().value(),
                change.version(),
                time);
    }

    private static void identity(JsonGenerator json, StoreChange change) {
        json.writeStringProperty("storeId", change.storeId().value());
        json.writeNumberProperty("version", change.version());
        json.writeStringProperty("region", change.region().code());
    }

    private static void facts(JsonGenerator json, StoreChange.Updated opened) {
        identity(json, opened);
        Fields.text(json, "city", opened.facts().city());
        Fields.text(json, "type", opened.facts().type());
        Fields.text(json, "brand", opened.facts().brand());
    }
}
