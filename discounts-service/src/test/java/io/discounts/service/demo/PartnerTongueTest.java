package io.discounts.service.demo;

import io.discounts.service.provider.ProviderAdapters;
import io.discounts.service.provider.ProviderEvent;
import io.discounts.service.provider.Translation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class PartnerTongueTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static AnnotationConfigApplicationContext context;
    private static List<DemoEvent> events;

    @BeforeAll
    static void create() {
        context = new AnnotationConfigApplicationContext("io.discounts.service.provider");
        var marketplace = new DemoMarketplace(42, NOW, 600, 4_000);
        var changes = marketplace.changes();
        var published = DemoRegion.ALL.stream().flatMap(region -> marketplace.events(region, NOW));
        events = Stream.concat(
                        published, Stream.generate(() -> changes.next(NOW)).limit(400))
                .toList();
    }

    @AfterAll
    static void close() {
        context.close();
    }

    @Test
    void saysTheSameInOtherWords() {
        var saidOtherwise =
                events.stream().filter(PartnerTongueTest::isSaidOtherwise).toList();

        assertThat(saidOtherwise).hasSizeGreaterThan(100);
        assertThat(saidOtherwise.stream()
                        .filter(event -> !translated(PartnerTongue.say(event)).equals(translated(event))))
                .isEmpty();
        assertThat(saidOtherwise.stream().map(PartnerTongueTest::translated))
                .hasOnlyElementsOfType(Translation.Translated.class);
    }

    @Test
    void hasWordsForEveryKindOfOfferAndForItsEnd() {
        var said = events.stream()
                .filter(PartnerTongueTest::isSaidOtherwise)
                .map(event -> json(PartnerTongue.say(event)))
                .toList();

        assertThat(said.stream()
                        .map(event -> event.at("/data/offer/kind").asString(""))
                        .collect(toSet()))
                .contains("percent_discount", "money_off", "special_price", "multi_buy", "bundle");
        assertThat(said.stream()
                        .map(event -> event.at("/data/status").asString())
                        .collect(toSet()))
                .containsExactlyInAnyOrder("live", "ended");
    }

    @Test
    void leavesTheSubjectAndTheOthersAlone() {
        assertThat(events)
                .allSatisfy(event -> assertThat(PartnerTongue.say(event))
                        .returns(event.stream(), DemoEvent::stream)
                        .returns(event.subject(), DemoEvent::subject));
        assertThat(events.stream().filter(PartnerTongueTest::isSaidOtherwise))
                .extracting(DemoEvent::stream)
                .containsOnly("partner-promotions");
    }

    private static boolean isSaidOtherwise(DemoEvent event) {
        return !PartnerTongue.say(event).equals(event);
    }

    private static Translation translated(DemoEvent event) {
        var json = withRulesByType(json(event));
        return context.getBean(ProviderAdapters.class)
                .translate(
                        List.of("canonical", "partner-promotions"),
                        new ProviderEvent(event.stream(), json.required("type").stringValue(), json.required("data")));
    }

    /** The order in which the adapter makes them; all must hold, so no order means anything. */
    private static JsonNode withRulesByType(JsonNode event) {
        if (event.at("/data/rules") instanceof ArrayNode rules) {
            var sorted = rules.valueStream()
                    .sorted(comparing(rule -> rule.required("type").asString()))
                    .toList();
            rules.removeAll().addAll(sorted);
        }
        return event;
    }

    private static JsonNode json(DemoEvent event) {
        return JSON.readTree(event.json());
    }
}
