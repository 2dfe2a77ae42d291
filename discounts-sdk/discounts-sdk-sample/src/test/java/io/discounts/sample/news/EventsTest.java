package io.discounts.sample.news;

import io.discounts.sample.promotion.Promotions;
import io.discounts.sample.promotion.Stock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

/** The service reads what is written here: word for word. */
class EventsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456Z");

    private final Events events = new Events(Clock.fixed(NOW, ZoneOffset.UTC), () -> "e-1");
    private final JsonMapper json = JsonMapper.builder().build();
    private final Promotions promotions = new Promotions();

    EventsTest() {
        Stock.asOf(Instant.parse("2026-11-22T12:00:00Z")).forEach(promotions::put);
    }

    @Test
    void publishAPromotionWithItsMinimum() {
        assertSame(events.published(promotions.find(1002).orElseThrow()), """
                {"specversion":"1.0","id":"e-1","source":"/providers/marketing-campaigns",
                 "type":"io.discounts.discount.published.v1","subject":"AD/1002","time":"2026-11-22T12:00:00.123Z",
                 "datacontenttype":"application/json",
                 "data":{"externalId":"1002","version":1795348800000,"region":"AD","label":"20% off pizzas from 15 EUR",
                  "currency":"EUR","effect":{"type":"percentage_off","percent":20.00},
                  "target":{"type":"items","categories":["pizza"]},"scope":{"stores":["ad-2"]},
                  "rules":[{"type":"min_basket","amount":1500}],
                  "validFrom":"2026-10-23T12:00:00Z","stacking":{"mode":"stackable","priority":20}}}""");
    }

    @Test
    void publishAPromotionWithItsHours() {
        var data = events.published(promotions.find(1006).orElseThrow()).data();

        assertSame(data.get("rules"), """
                [{"type":"schedule","timezone":"Europe/Andorra","windows":[{
                  "days":["MON","TUE","WED","THU","FRI","SAT","SUN"],"from":"12:00","until":"16:00"}]}]""");
    }

    @Test
    void publishWhenAPromotionEnds() {
        var data = events.published(promotions.find(1008).orElseThrow()).data();

        assertThat(data).containsEntry("validUntil", Instant.parse("2026-11-22T11:00:00Z"));
    }

    @Test
    void withdrawAPromotion() {
        assertSame(events.withdrawn(promotions.find(1002).orElseThrow().at(7)), """
                {"specversion":"1.0","id":"e-1","source":"/providers/marketing-campaigns",
                 "type":"io.discounts.discount.withdrawn.v1","subject":"AD/1002","time":"2026-11-22T12:00:00.123Z",
                 "datacontenttype":"application/json","data":{"externalId":"1002","version":7,"region":"AD"}}""");
    }

    @Test
    void tellOfAStore() {
        assertSame(events.updated(new StoreFacts("ad-1", 7, "ALV", "bakery", "own")), """
                {"specversion":"1.0","id":"e-1","source":"/providers/stores","type":"io.discounts.store.updated.v1",
                 "subject":"AD/ad-1","time":"2026-11-22T12:00:00.123Z","datacontenttype":"application/json",
                 "data":{"storeId":"ad-1","version":7,"region":"AD","city":"ALV","type":"bakery","brand":"own"}}""");
    }

    private void assertSame(@Nullable Object written, String expected) {
        assertThat(json.readTree(json.writeValueAsString(written))).isEqualTo(json.readTree(expected));
    }
}
