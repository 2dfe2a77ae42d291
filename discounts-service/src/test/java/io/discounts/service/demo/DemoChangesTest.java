package io.discounts.service.demo;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

class DemoChangesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOW = START.plusSeconds(30);

    private static List<DemoEvent> before;
    private static List<DemoEvent> changes;

    @BeforeAll
    static void create() {
        before = DemoRegion.ALL.stream()
                .flatMap(region -> new DemoMarketplace(42, START).events(region, START))
                .toList();
        changes = changesOf(new DemoMarketplace(42, START));
    }

    @Test
    void areAllowedByTheContract() {
        assertThat(changes.stream().flatMap(new StrictContract()::violations)).isEmpty();
    }

    @Test
    void makeVersionsGrow() {
        var versions = new HashMap<String, Integer>();
        for (var change : changes) {
            var version = json(change).at("/data/version").asInt();
            assertThat(version).isGreaterThan(versions.getOrDefault(change.subject(), 1));
            versions.put(change.subject(), version);
        }
    }

    @Test
    void stayWithTheProviderOfTheDiscount() {
        var streams = before.stream().collect(toMap(DemoEvent::subject, DemoEvent::stream));

        assertThat(changes).allSatisfy(change -> assertThat(streams).containsEntry(change.subject(), change.stream()));
    }

    @Test
    void withdrawSomeDiscountsAndPublishSomeOfThemAgain() {
        var withdrawn = new HashSet<String>();
        var back = new HashSet<String>();
        for (var change : changes) {
            if (json(change).get("type").asString().contains("withdrawn")) {
                assertThat(withdrawn.add(change.subject())).isTrue();
            } else if (withdrawn.remove(change.subject())) {
                back.add(change.subject());
            }
        }
        assertThat(withdrawn).isNotEmpty();
        assertThat(back).isNotEmpty();
    }

    @Test
    void changeWhatADiscountOffersButNotWhereItHolds() {
        var scopes = partsBefore("/data/scope");
        var effects = partsBefore("/data/effect");

        var published = changes.stream()
                .filter(change -> json(change).at("/data/label").isString())
                .toList();

        assertThat(published)
                .allSatisfy(change -> assertThat(scopes)
                        .containsEntry(change.subject(), json(change).at("/data/scope")));
        assertThat(published)
                .anySatisfy(change -> assertThat(effects)
                        .doesNotContainEntry(change.subject(), json(change).at("/data/effect")));
    }

    @Test
    void areTheSameFromTheSameSeed() {
        assertThat(changesOf(new DemoMarketplace(42, START))).isEqualTo(changes);
    }

    private static Map<String, JsonNode> partsBefore(String pointer) {
        return before.stream()
                .collect(toMap(DemoEvent::subject, event -> json(event).at(pointer)));
    }

    private static List<DemoEvent> changesOf(DemoMarketplace marketplace) {
        var changes = marketplace.changes();
        return Stream.generate(() -> changes.next(NOW)).limit(1_000).toList();
    }

    private static JsonNode json(DemoEvent event) {
        return JsonMapper.shared().readTree(event.json());
    }
}
