package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Streamed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

class AdditionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Dataset DATA = Dataset.of(42, 600, 50, LocalDate.parse("2026-11-22"), 10);

    private final Additions additions = additions();

    @Test
    void tellsOfWhatIsNotThereEachOnce() {
        var known = DATA.subjects().stream()
                .flatMap(some -> LongStream.range(0, some.count())
                        .mapToObj(number -> some.subject(number).newest())
                        .flatMap(newest -> newest.changes().stream())
                        .map(change -> some.provider().name()
                                + change.region().code()
                                + '/'
                                + change.id().externalId()))
                .collect(Collectors.toSet());

        for (var event : additions.next(2_000)) {
            assertThat(known.add(event.stream() + event.subject()))
                    .as(event.subject())
                    .isTrue();
        }
    }

    @Test
    void namesAllSoThatTheyAreFoundAgain() {
        assertThat(additions.next(2_000))
                .extracting(event -> JSON.readTree(event.json()).at("/data/externalId"))
                .allMatch(id -> id.stringValue().startsWith(Strays.PREFIX));
    }

    @Test
    void tellsOfEachProviderByItsShare() {
        var byStream =
                additions.next(4_000).stream().collect(Collectors.groupingBy(Streamed::stream, Collectors.counting()));

        assertThat(byStream).containsOnlyKeys("partner-promotions", "prime-benefits", "marketing-campaigns");
        assertThat(byStream.get("partner-promotions")).isBetween(3_300L, 3_750L);
        assertThat(byStream.get("prime-benefits")).isLessThan(200L);
    }

    @Test
    void tellsThemAsHappeningNow() {
        assertThat(additions.next(50)).allMatch(event -> event.json().contains(NOW.toString()));
    }

    @Test
    void tellsTheSameAgainAndGoesOn() {
        var first = additions.next(50);

        assertThat(additions().next(50)).isEqualTo(first);
        assertThat(new HashSet<>(additions.next(50))).doesNotContainAnyElementsOf(first);
    }

    private static Additions additions() {
        return new Additions(DATA, 1, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
