package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class RevisionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Dataset DATA = Dataset.of(42, 60, 50, LocalDate.parse("2026-11-22"), 10);

    private final Revisions revisions = new Revisions(DATA, 1, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void tellsOfWhatIsThereInVersionsThatRise() {
        var versions = newestVersions();

        for (var event : revisions.next(500)) {
            var data = JSON.readTree(event.json()).get("data");
            var before = versions.put(event.stream() + event.subject(), version(data));
            assertThat(before).isNotNull().isLessThan(version(data));
        }
    }

    @Test
    void tellsNewerVersionsThanAnEarlierRun() {
        var later = new Revisions(DATA, 1, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        var before = new HashMap<String, Long>();
        revisions
                .next(500)
                .forEach(event -> before.put(
                        event.stream() + event.subject(),
                        version(JSON.readTree(event.json()).get("data"))));

        for (var event : later.next(100)) {
            assertThat(version(JSON.readTree(event.json()).get("data")))
                    .isGreaterThan(before.getOrDefault(event.stream() + event.subject(), 0L));
        }
    }

    @Test
    void endsSomeAndChangesTheOthers() {
        var events = revisions.next(500);

        var ended = events.stream()
                .filter(event -> event.json().contains("discount.withdrawn.v1"))
                .count();

        assertThat(ended).isBetween(30L, 120L);
        assertThat(events).allMatch(event -> event.json().contains(NOW.toString()));
    }

    @Test
    void tellsOfWideCampaignsAsRarelyAsInALargeCatalog() {
        var published = revisions.next(2_000).stream()
                .filter(event -> event.stream().equals("marketing-campaigns"))
                .map(event -> JSON.readTree(event.json()).get("data"))
                .filter(data -> data.has("scope"))
                .toList();

        assertThat(published)
                .isNotEmpty()
                .allMatch(data -> !data.get("scope").get("stores").isEmpty());
    }

    @Test
    void tellsTheSameAgain() {
        assertThat(new Revisions(DATA, 1, Clock.fixed(NOW, ZoneOffset.UTC)).next(50))
                .isEqualTo(revisions.next(50));
    }

    private static Map<String, Long> newestVersions() {
        var versions = new HashMap<String, Long>();
        for (var some : DATA.subjects()) {
            for (long number = 0; number < some.count(); number++) {
                for (var change : some.subject(number).newest().changes()) {
                    var subject = change.region().code() + '/' + change.id().externalId();
                    versions.put(some.provider().name() + subject, change.version());
                }
            }
        }
        return versions;
    }

    private static long version(JsonNode data) {
        return data.get("version").asLong();
    }
}
