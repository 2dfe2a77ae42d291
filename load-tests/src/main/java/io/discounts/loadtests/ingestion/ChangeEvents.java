package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** Changes as the contract's events, each of them told as happening now. */
record ChangeEvents(Clock clock) {
    static final String REGION = "ES";
    private static final String STORES = "stores";

    Streamed event(Change change) {
        return switch (change) {
            case Change.Published published -> published(published);
            case Change.Withdrawn withdrawn ->
                event(withdrawn.provider(), withdrawn.externalId(), "discount.withdrawn", """
                        {"externalId":"%s","version":%d,"region":"%s"}""".formatted(
                                withdrawn.externalId(), withdrawn.version(), REGION));
            case Change.Opened opened ->
                event(STORES, opened.storeId(), "store.updated", """
                        {"storeId":"%s","version":%d,"region":"%s","city":"%s","type":"%s"}""".formatted(
                                opened.storeId(), opened.version(), REGION, opened.city(), opened.type()));
            case Change.Closed closed ->
                event(STORES, closed.storeId(), "store.removed", """
                        {"storeId":"%s","version":%d,"region":"%s"}""".formatted(
                                closed.storeId(), closed.version(), REGION));
        };
    }

    private Streamed published(Change.Published discount) {
        var stores = discount.stores().stream()
                .sorted()
                .map(store -> '"' + store + '"')
                .collect(Collectors.joining(","));
        var rules = discount.prime() ? "[{\"type\":\"segment\",\"anyOf\":[\"prime\"]}]" : "[]";
        var data = """
                {"externalId":"%s","version":%d,"region":"%s","label":"%s","currency":"EUR",\
                "effect":{"type":"percentage_off","percent":%d},"scope":{"stores":[%s]},"rules":%s,\
                "validFrom":"2026-01-01T00:00:00Z"}""".formatted(
                discount.externalId(), discount.version(), REGION, discount.label(), discount.percent(), stores, rules);
        return event(discount.provider(), discount.externalId(), "discount.published", data);
    }

    private Streamed event(String stream, String id, String type, String data) {
        var subject = REGION + "/" + id;
        var time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Streamed(stream, subject, """
                {"specversion":"1.0","id":"%s@%s","source":"/load-tests","type":"io.discounts.%s.v1",\
                "subject":"%s","time":"%s","datacontenttype":"application/json","data":%s}""".formatted(subject, time, type, subject, time, data));
    }
}
