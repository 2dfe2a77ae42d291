package io.discounts.sample.news;

import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.search.Offers;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the events on the streams that the service reads, one record for each. */
final class KinesisNews implements News, AutoCloseable {
    private final KinesisClient kinesis;
    private final Events events;
    private final JsonMapper json;

    KinesisNews(KinesisClient kinesis, Events events, JsonMapper json) {
        this.kinesis = kinesis;
        this.events = events;
        this.json = json;
    }

    @Override
    public void changed(Promotion promotion) {
        put(Offers.PROVIDER, events.published(promotion));
    }

    @Override
    public void ended(Promotion promotion) {
        put(Offers.PROVIDER, events.withdrawn(promotion));
    }

    @Override
    public void opened(StoreFacts store) {
        put("stores", events.updated(store));
    }

    private void put(String stream, CloudEvent event) {
        kinesis.putRecord(request -> request.streamName(stream)
                .partitionKey(event.subject())
                .data(SdkBytes.fromByteArray(json.writeValueAsBytes(event))));
    }

    @Override
    public void close() {
        kinesis.close();
    }
}
