package io.discounts.service;

import io.discounts.service.devservers.StreamPublisher;
import io.discounts.service.devservers.StreamRecord;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.json.DiscountJson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Says on the streams what providers would say. */
public final class ProviderEvents {
    private final AtomicLong ids = new AtomicLong();
    private final StreamPublisher streams;

    ProviderEvents(StreamPublisher streams) {
        this.streams = streams;
    }

    /** Publishes a discount on its provider's stream. */
    public void publish(Discount discount) {
        streams.publish(discount.id().provider(), subject(discount), published(discount));
    }

    public void withdraw(Discount discount, long version) {
        streams.publish(discount.id().provider(), subject(discount), withdrawn(discount, version));
    }

    public void publish(StoreFacts store) {
        streams.publish("stores", store.region() + "/" + store.storeId(), updated(store));
    }

    /** Up to 500 stores with one call. */
    public void publishStores(List<StoreFacts> stores) {
        streams.publish("stores", stores.stream().map(this::record).toList()).join();
    }

    /** Puts anything on a stream. */
    public void put(String stream, String partitionKey, String record) {
        streams.publish(stream, partitionKey, record);
    }

    public String published(Discount discount) {
        return event(
                "io.discounts.discount.published.v1",
                subject(discount),
                new String(DiscountJson.write(discount), StandardCharsets.UTF_8));
    }

    public String withdrawn(Discount discount, long version) {
        return event(
                "io.discounts.discount.withdrawn.v1",
                subject(discount),
                "{\"externalId\":\"" + discount.id().externalId() + "\",\"version\":" + version + ",\"region\":\""
                        + discount.region() + "\"}");
    }

    public void used(Discount discount, String redemptionId, String orderId) {
        streams.publish(
                discount.id().provider(),
                subject(discount),
                event(
                        "io.discounts.discount.used.v1",
                        subject(discount),
                        "{\"externalId\":\"" + discount.id().externalId() + "\",\"version\":1,\"region\":\""
                                + discount.region() + "\",\"redemptionId\":\"" + redemptionId + "\",\"orderId\":\""
                                + orderId + "\"}"));
    }

    public String updated(StoreFacts store) {
        return event(
                "io.discounts.store.updated.v1",
                store.region() + "/" + store.storeId(),
                "{\"storeId\":\"" + store.storeId() + "\",\"version\":" + store.version() + ",\"region\":\""
                        + store.region() + "\",\"city\":\"" + store.city() + "\",\"type\":\"" + store.type()
                        + "\",\"brand\":\"" + store.brand() + "\"}");
    }

    public String event(String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"e-%d","source":"/tests","type":"%s","subject":"%s",\
                "time":"2026-11-22T10:00:00Z","datacontenttype":"application/json","data":%s}""".formatted(ids.incrementAndGet(), type, subject, data);
    }

    private StreamRecord record(StoreFacts store) {
        return new StreamRecord(store.storeId().value(), updated(store).getBytes(StandardCharsets.UTF_8));
    }

    private static String subject(Discount discount) {
        return discount.region() + "/" + discount.id().externalId();
    }
}
