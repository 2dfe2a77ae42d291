package io.discounts.service.catalog;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.json.DiscountJson;
import io.discounts.service.outbox.OutgoingEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class DiscountChangedEventsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<OutgoingEvent> appended = new ArrayList<>();
    private final DiscountChangedEvents events =
            new DiscountChangedEvents(appended::addAll, Clock.fixed(NOON, ZoneOffset.UTC));
    private final Discount discount =
            aDiscount().id("partner-promotions:42").version(7).build();

    @Test
    void carryTheWholeDiscount() {
        events.written(List.of(DiscountPut.of(new DiscountChange.Published(discount))));

        var event = appended.getFirst();
        assertThat(event.type()).isEqualTo("io.discounts.discount.changed.v1");
        assertThat(event.subject()).isEqualTo("ES/partner-promotions:42");
        assertThat(event.time()).isEqualTo(NOON);
        assertThat(DiscountJson.read(event.data().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(discount);
    }

    @Test
    void tellOfAWithdrawalByATombstone() {
        events.written(List.of(DiscountPut.of(new DiscountChange.Withdrawn(discount.id(), discount.region(), 8))));

        assertThat(JsonMapper.shared().readTree(appended.getFirst().data()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"provider":"partner-promotions","externalId":"42","version":8,"region":"ES","withdrawn":true}
                        """));
    }

    /** So that a change has one id, whoever tells of it. */
    @Test
    void areNamedAfterTheChange() {
        events.written(List.of(DiscountPut.of(new DiscountChange.Published(discount))));

        assertThat(appended.getFirst().id()).isEqualTo("ES/partner-promotions:42@7");
    }
}
