package io.discounts.service.devrun;

import io.discounts.service.demo.Demo;
import io.discounts.service.devservers.RawKinesis;
import io.discounts.service.devservers.Streams;

import java.util.List;
import java.util.Map;

/** What to try first: every line that is not a comment can be pasted into a shell by itself. */
record ThingsToTry(Map<String, String> endpoints) {
    private static final String STORE = """
            "storeId":"my-store","region":"ES","city":"MAD","type":"restaurant","brand":"my-brand\"""";
    private static final String DISCOUNT = """
            "externalId":"my-discount","region":"ES","label":"A tenth off","currency":"EUR",\
            "effect":{"type":"percentage_off","percent":10},"scope":{"everywhere":false,"stores":["my-store"],"storeTypes":[],"brands":[],"cities":[],\
            "except":{"stores":[],"storeTypes":[],"brands":[],"cities":[]}},\
            "validFrom":"2026-01-01T00:00:00Z\"""";

    @Override
    public String toString() {
        return """

                # The discounts service is ready at %s. Ctrl-C ends it and all it has started.

                # Discounts of some stores
                %s
                # A store and a discount of your own, published as a provider does it, and what comes of them
                %s
                %s
                %s
                # Health and metrics
                curl -sw '\\n' %s/actuator/health
                curl -sw '\\n' %s/actuator/prometheus
                """.formatted(
                endpoints.get("service.url"),
                search(Demo.STORES_TO_TRY),
                put(Streams.STORES, "io.discounts.store.updated.v1", "ES/my-store", STORE),
                put(Streams.PARTNER_PROMOTIONS, "io.discounts.discount.published.v1", "ES/my-discount", DISCOUNT),
                search(List.of("my-store")),
                endpoints.get("management.url"),
                endpoints.get("management.url"));
    }

    private String search(List<String> stores) {
        return """
                curl -sw '\\n' %s/v1/discounts/search -H 'Content-Type: application/json' \
                -d '{"region":"ES","storeIds":["%s"]}'
                """.formatted(endpoints.get("service.url"), String.join("\",\"", stores))
                .strip();
    }

    /** The seconds of the clock make the id and the version: pasted again, the line publishes the next version. */
    private String put(String stream, String type, String subject, String data) {
        var event = """
                {"specversion":"1.0","id":"e-%%s","source":"/providers/%s","type":"%s","subject":"%s","time":"%%s",\
                "datacontenttype":"application/json","data":{"version":%%s,%s}}""".formatted(stream, type, subject, data);
        var base64 = "$(printf '%s' $(date -u '+%%s %%FT%%TZ %%s') | base64 | tr -d '\\n')".formatted(event);
        return """
                curl -sw '\\n' %s -H 'X-Amz-Target: Kinesis_20131202.PutRecord' -H 'Content-Type: application/x-amz-json-1.1' \
                -H 'X-Amz-Date: 20260101T000000Z' -H 'Authorization: %s' \
                -d '{"StreamName":"%s","PartitionKey":"%s","Data":"'"%s"'"}'
                """.formatted(endpoints.get("kinesis.endpoint"), RawKinesis.AUTHORIZATION, stream, subject, base64)
                .strip();
    }
}
