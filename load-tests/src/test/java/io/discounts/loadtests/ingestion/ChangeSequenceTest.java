package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeSequenceTest {
    private static final List<Change> CHANGES = ChangeSequence.of(10_000, 42);

    @Test
    void isTheSameFromTheSameSeed() {
        assertThat(ChangeSequence.of(10_000, 42)).isEqualTo(CHANGES);
        assertThat(ChangeSequence.of(10_000, 43)).isNotEqualTo(CHANGES);
    }

    @Test
    void hasAsManyChangesAsAskedForAndNoVersionTwice() {
        assertThat(CHANGES).hasSize(10_000);
        assertThat(CHANGES.stream().map(change -> change.key() + change.version()))
                .doesNotHaveDuplicates();
    }

    @Test
    void bringsSomeVersionsAfterTheirSuccessors() {
        var newest = new HashMap<String, Long>();
        var late = 0;
        for (var change : CHANGES) {
            if (newest.merge(change.key(), change.version(), Math::max) > change.version()) {
                late++;
            }
        }
        assertThat(late).isGreaterThan(100);
    }

    @Test
    void bringsEachSubjectsVersionsInOrderIfItIsToRise() {
        var newest = new HashMap<String, Long>();

        assertThat(ChangeSequence.rising(10_000, 100, 42)).allSatisfy(change -> {
            var before = newest.put(change.key(), change.version());
            assertThat(change.version()).isEqualTo(before == null ? 1 : before + 1);
        });
        assertThat(newest).hasSize(100);
    }

    @Test
    void saysEverythingThereIsToSay() {
        assertThat(CHANGES.stream().map(Change::getClass).collect(Collectors.toSet()))
                .hasSize(4);
    }

    @Test
    void becomesJsonEventsOnFourStreams() {
        var events = new ChangeEvents(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
        var streamed = CHANGES.stream().map(events::event).toList();

        assertThat(streamed.stream().map(Streamed::stream).distinct()).hasSize(4);
        assertThat(streamed).allSatisfy(event -> {
            var json = new JsonMapper().readTree(event.json());
            assertThat(json.get("subject").asString()).isEqualTo(event.subject());
            assertThat(json.at("/data/version").asLong()).isPositive();
        });
    }
}
