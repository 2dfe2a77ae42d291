package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.catalog.EndColumn;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A discount as it is to stand in both its tables, in the order of the primary key.
 *
 * @param body a text, for the driver writes bytes as hexadecimal digits, which takes it longer than all else
 * @param scopeKeys under which it is indexed
 * @param endsAt as the index has it
 */
record BareRow(
        String region,
        String provider,
        String externalId,
        long version,
        String body,
        List<String> scopeKeys,
        String endsAt) {
    static final Comparator<BareRow> BY_KEY = Comparator.comparing(BareRow::region)
            .thenComparing(BareRow::provider)
            .thenComparing(BareRow::externalId);

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What the service makes of an event.
     *
     * @throws IllegalArgumentException if it publishes no discount
     */
    static BareRow of(Streamed told, ProviderAdapters adapters) {
        var event = JSON.readTree(told.json());
        var translation = adapters.translate(
                List.of("canonical"),
                new ProviderEvent(told.stream(), event.required("type").stringValue(), event.required("data")));
        if (translation instanceof Translation.Translated translated
                && translated.changes().getFirst() instanceof DiscountChange.Published published) {
            return of(published.discount());
        }
        throw new IllegalArgumentException(translation + ": " + told.json());
    }

    Object[] columns() {
        return new Object[] {region, provider, externalId, version, body};
    }

    Stream<BareScope> scopes() {
        return scopeKeys.stream().map(key -> new BareScope(this, key));
    }

    /** Of the event that tells downstream copies. */
    Object[] eventColumns() {
        var subject = region + '/' + provider + ':' + externalId;
        return new Object[] {subject, subject + '@' + version, body};
    }

    private static BareRow of(Discount discount) {
        return new BareRow(
                discount.region().code(),
                discount.id().provider(),
                discount.id().externalId(),
                discount.version(),
                new String(DiscountJson.write(discount), StandardCharsets.UTF_8),
                discount.scope().keys().stream().map(ScopeKey::written).toList(),
                EndColumn.written(discount.validity()));
    }
}
