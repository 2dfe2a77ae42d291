package io.discounts.service.outbox.stream;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.outbox.OutgoingEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What is appended, counted and forgotten, on the real database. */
class JdbcEventOutboxTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Region SPAIN = new Region("ES");
    private static final DiscountId DISCOUNT = new DiscountId("partner-promotions", "42");
    private final OwnOutbox outbox = OwnOutbox.open();

    @BeforeEach
    void empty() {
        outbox.empty();
    }

    @Test
    void rendersACloudEvent() {
        append(event("e-1", "{\"label\":\"20 % off für ñ, it's \\\\ 🍕\"}"));

        var heads = outbox.waiting().heads("", 10);
        var event = outbox.waiting().load(heads).getFirst();
        assertThat(event.subject()).isEqualTo("ES/partner-promotions:42");
        assertThat(JsonMapper.shared().readTree(event.event().asByteArray()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"specversion":"1.0","id":"e-1","source":"/discounts-service",
                         "type":"io.discounts.redemption.held.v1","subject":"ES/partner-promotions:42",
                         "time":"2026-11-22T12:00:00Z","datacontenttype":"application/json",
                         "data":{"label":"20 % off für ñ, it's \\\\ 🍕"}}"""));
    }

    /** The largest envelope there may be leaves room within what is reckoned for it. */
    @Test
    void reckonsWithTheLargestEnvelope() {
        var longest = "x".repeat(64);
        append(new OutgoingEvent(
                "x".repeat(200),
                "io.discounts." + "x".repeat(80) + ".v1",
                SPAIN,
                new DiscountId(longest, longest),
                NOON.plusNanos(123_456_789),
                "{}"));

        var heads = outbox.waiting().heads("", 10);
        var event = outbox.waiting().load(heads).getFirst();
        assertThat(event.event().asByteArray().length + event.subject().length())
                .isLessThanOrEqualTo(heads.getFirst().bytes());
    }

    @Test
    void belongsToATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.outbox().append(List.of(event("e-1", "{}"))));
    }

    @Test
    void forgetsWhatIsRolledBack() {
        outbox.transaction().executeWithoutResult(status -> {
            outbox.outbox().append(List.of(event("e-1", "{}")));
            status.setRollbackOnly();
        });

        assertThat(outbox.left()).isZero();
    }

    @Test
    void takesNoneAtAll() {
        append();

        assertThat(outbox.left()).isZero();
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatIllegalArgumentException().isThrownBy(() -> event("with space", "{}"));
        assertThatIllegalArgumentException().isThrownBy(() -> event("e-1", "[]"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEvent("e-1", "held", SPAIN, DISCOUNT, NOON, "{}"));
    }

    @Test
    void tellsHowManyWaitAndForHowLong() {
        assertThat(keepingAt(NOON).backlog()).isEqualTo(new OutboxMetrics.Backlog(0, Duration.ZERO));

        append(event("e-1", "{}"), event("e-2", "{}"));

        assertThat(keepingAt(NOON.plusSeconds(90)).backlog())
                .isEqualTo(new OutboxMetrics.Backlog(2, Duration.ofSeconds(90)));
        keepingAt(NOON.plusSeconds(90)).keep();
        assertThat(outbox.meters().get(OutboxMetrics.BACKLOG).gauge().value()).isEqualTo(2);
        assertThat(outbox.meters().get(OutboxMetrics.OLDEST).gauge().value()).isEqualTo(90);
    }

    @Test
    void forgetsWhatWasSentLongAgoIfItLeads() {
        append(IntStream.range(0, 2_300).mapToObj(i -> event("e-" + i, "{}")).toArray(OutgoingEvent[]::new));
        append(event("fresh", "{}"), event("waiting", "{}"), event("refused", "{}"));
        outbox.jdbc().update("UPDATE event_outbox SET sent_at = '2026-11-22 12:00:00'");
        mark("fresh", "sent_at = '2026-11-23 11:00:00'");
        mark("waiting", "sent_at = NULL");
        mark("refused", "refused = TRUE");

        keepingAt(NOON.plusSeconds(86_401)).keep();
        assertThat(rows()).isEqualTo(2_303);

        outbox.metrics().leads(true);
        keepingAt(NOON.plusSeconds(86_401)).keep();
        outbox.metrics().leads(false);
        assertThat(rows()).isEqualTo(3);
    }

    private void mark(String id, String how) {
        outbox.jdbc().update("UPDATE event_outbox SET " + how + " WHERE event_id = ?", id);
    }

    private long rows() {
        return outbox.jdbc()
                .queryForList("SELECT COUNT(*) FROM event_outbox", Long.class)
                .getFirst();
    }

    private void append(OutgoingEvent... events) {
        outbox.transaction().executeWithoutResult(status -> outbox.outbox().append(List.of(events)));
    }

    private static OutgoingEvent event(String id, String data) {
        return new OutgoingEvent(id, "io.discounts.redemption.held.v1", SPAIN, DISCOUNT, NOON, data);
    }

    private OutboxKeeping keepingAt(Instant now) {
        return new OutboxKeeping(
                outbox.jdbc(), Clock.fixed(now, ZoneOffset.UTC), outbox.metrics(), Duration.ofHours(24));
    }
}
