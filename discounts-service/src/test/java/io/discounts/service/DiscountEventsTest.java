package io.discounts.service;

import io.discounts.service.devservers.RunningServers;
import io.discounts.service.devservers.StreamTail;
import io.discounts.service.devservers.Streams;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.OutgoingEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the world hears on the stream {@code discounts-events}. */
@ServiceTest
class DiscountEventsTest {
    @Autowired
    private ProviderEvents providers;

    @Autowired
    private EventOutbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RunningServers servers;

    private final List<JsonNode> heard = new ArrayList<>();
    private StreamTail stream;

    @BeforeEach
    void listen() {
        stream = new StreamTail(servers.kinesisEndpoint(), Streams.DISCOUNTS_EVENTS);
    }

    @AfterEach
    void stopListening() {
        stream.close();
    }

    @Test
    void tellOfADiscountAndOfItsWithdrawal() {
        var discount =
                aDiscount().id("partner-promotions:told").inStores("told-1").build();

        providers.publish(discount);
        awaitHeard("ES/partner-promotions:told", "ES/partner-promotions:told@" + discount.version());
        providers.withdraw(discount, discount.version() + 1);

        awaitHeard(
                "ES/partner-promotions:told",
                "ES/partner-promotions:told@" + discount.version(),
                "ES/partner-promotions:told@" + (discount.version() + 1));
        assertThat(heard.getFirst().get("data").get("label").asString()).isEqualTo(discount.label());
        assertThat(heard.getLast().get("data").get("withdrawn").asBoolean()).isTrue();
    }

    @Test
    void comeInOrderForEachDiscount() {
        IntStream.range(0, 20).forEach(i -> append("in-order", "many-" + i));

        awaitHeard(
                "ES/p:in-order",
                IntStream.range(0, 20).mapToObj(i -> "many-" + i).toArray(String[]::new));
    }

    @Test
    void goOnWhileRedisIsAway() {
        append("without-redis", "before");
        awaitHeard("ES/p:without-redis", "before");

        servers.redis().stop();
        try {
            append("without-redis", "meanwhile");
            awaitHeard("ES/p:without-redis", "before", "meanwhile");
        } finally {
            servers.redis().start();
        }

        append("without-redis", "afterwards");
        awaitHeard("ES/p:without-redis", "before", "meanwhile", "afterwards");
    }

    private void append(String discount, String id) {
        transaction.executeWithoutResult(status -> outbox.append(List.of(event(discount, id))));
    }

    private static OutgoingEvent event(String discount, String id) {
        return new OutgoingEvent(
                id,
                "io.discounts.test.v1",
                new Region("ES"),
                new DiscountId("p", discount),
                Instant.parse("2026-11-22T12:00:00Z"),
                "{}");
    }

    private void awaitHeard(String subject, String... ids) {
        await().untilAsserted(() -> {
            stream.next().stream()
                    .filter(record -> record.partitionKey().equals(subject))
                    .forEach(record -> heard.add(JsonMapper.shared().readTree(record.data())));
            assertThat(heard.stream().map(event -> event.get("id").asString()).distinct())
                    .containsExactly(ids);
        });
    }
}
