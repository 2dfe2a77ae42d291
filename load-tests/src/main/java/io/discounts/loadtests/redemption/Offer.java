package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Streamed;
import io.discounts.service.devservers.Streams;

/**
 * A discount to be held, 1 EUR off everywhere.
 *
 * @param limits a JSON object
 */
record Offer(String externalId, String limits) {
    static Offer unlimited(String externalId) {
        return new Offer(externalId, "{}");
    }

    static Offer limited(String externalId, long total) {
        return new Offer(externalId, "{\"total\":%d}".formatted(total));
    }

    static Offer exclusive(String externalId) {
        return new Offer(externalId, "{\"exclusiveUse\":true}");
    }

    static Offer exclusive(String externalId, long total) {
        return new Offer(externalId, "{\"exclusiveUse\":true,\"total\":%d}".formatted(total));
    }

    String discountId() {
        return Streams.PARTNER_PROMOTIONS + ':' + externalId;
    }

    Streamed published() {
        var subject = "ES/" + externalId;
        return new Streamed(
                Streams.PARTNER_PROMOTIONS, subject, """
                {"specversion":"1.0","id":"%s@1","source":"/load-tests","type":"io.discounts.discount.published.v1",\
                "subject":"%s","time":"2026-11-22T10:00:00Z","data":{"externalId":"%s","version":1,"region":"ES",\
                "label":"1 EUR off","currency":"EUR","effect":{"type":"amount_off","amount":100},\
                "scope":{"everywhere":true},"limits":%s,"validFrom":"2026-01-01T00:00:00Z"}}""".formatted(externalId, subject, externalId, limits));
    }
}
