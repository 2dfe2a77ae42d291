package io.discounts.service.catalog;

import io.discounts.service.discount.Validity;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class SheetTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Whatever was asked for before. */
    @Property(tries = 300)
    void tellsWhatRunsAtAnyMoment(
            @ForAll @Size(max = 8) List<@IntRange(max = 10) Integer> begins,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 20) Integer> moments) {
        var candidates = new ArrayList<Candidate>();
        for (var begin : begins) {
            candidates.add(running("p:" + candidates.size(), begin, candidates.size() % 3 == 0 ? null : begin + 4));
        }
        var sheet = new Sheet(candidates);

        for (var moment : moments) {
            var at = NOON.plusSeconds(moment);
            assertThat(sheet.runningAt(at))
                    .isEqualTo(sheet.candidates().stream()
                            .filter(each -> each.discount().validity().contains(at))
                            .toList());
        }
    }

    @Test
    void looksOnceForAsLongAsNothingBeginsOrEnds() {
        var sheet = new Sheet(List.of(running("p:1", 0, 10), running("p:2", 20, null)));

        var running = sheet.runningAt(NOON.plusSeconds(1));

        assertThat(sheet.runningAt(NOON.plusSeconds(9))).isSameAs(running);
        assertThat(sheet.runningAt(NOON.plusSeconds(10))).isEmpty();
    }

    /** Asked at some moment before the change, so that it knows what ran then. */
    @Property(tries = 1_000)
    void isAfterAChangeWhatItWereIfMadeOfTheSame(
            @ForAll @Size(max = 12) List<@IntRange(max = 10) Integer> begins,
            @ForAll @Size(max = 4) Set<@IntRange(max = 14) Integer> replaced,
            @ForAll @Size(max = 4) List<@IntRange(max = 10) Integer> begunAnew,
            @ForAll @IntRange(max = 20) int before,
            @ForAll @IntRange(max = 20) int after) {
        var candidates = new ArrayList<Candidate>();
        for (var begin : begins) {
            candidates.add(running("p:" + candidates.size(), begin, begin % 3 == 0 ? null : begin + 4));
        }
        var others = new ArrayList<Candidate>();
        for (var id : replaced.stream().limit(begunAnew.size()).toList()) {
            others.add(running("p:" + id, begunAnew.get(others.size()), 12));
        }
        var ids = replaced.stream().map(id -> "p:" + id).collect(Collectors.toSet());
        var sheet = new Sheet(candidates);
        sheet.runningAt(NOON.plusSeconds(before));

        var changed = sheet.with(ids, others);

        var expected = new ArrayList<>(others);
        candidates.stream().filter(each -> !ids.contains(each.id())).forEach(expected::add);
        assertAreTheSame(changed, new Sheet(expected), NOON.plusSeconds(after));
        assertThat(candidates).allMatch(each -> ids.contains(each.id()) || each.equals(changed.findVersionOf(each)));
    }

    private static void assertAreTheSame(Sheet one, Sheet other, Instant at) {
        assertThat(one.candidates()).isEqualTo(other.candidates());
        assertThat(one.runningAt(at)).isEqualTo(other.runningAt(at));
        assertThat(one.idHashes()).isEqualTo(other.idHashes());
        assertThat(one.versions()).isEqualTo(other.versions());
        assertThat(one.weight()).isEqualTo(other.weight());
    }

    /** Two of these have the same hash, whoever chose them. */
    @Test
    void tellsIdsOfTheSameHashApart() {
        var one = running("p:Aa", 0, null);
        var other = running("p:BB", 0, null);

        assertThat(new Sheet(List.of(one)).findVersionOf(other)).isNull();
        assertThat(new Sheet(List.of(one, other)).findVersionOf(other)).isSameAs(other);
        assertThat(new Sheet(List.of(one)).with(Set.of("p:BB"), List.of()).candidates())
                .containsExactly(one);
    }

    @Test
    void knowsAfterAChangeUntilWhenWhatRunsDoes() {
        var sheet = new Sheet(List.of(running("p:1", 0, 10), running("p:2", 0, 10)));
        sheet.runningAt(NOON.plusSeconds(1));

        var changed = sheet.with(Set.of("p:2"), List.of(running("p:2", 0, 8)));

        assertThat(changed.runningAt(NOON.plusSeconds(7))).isSameAs(changed.runningAt(NOON.plusSeconds(1)));
        assertThat(changed.runningAt(NOON.plusSeconds(8))).hasSize(1);
    }

    @Test
    void findsTheNewestOfAnId() {
        var older = new Candidate(aDiscount().id("p:1").version(1).build());
        var newer = new Candidate(aDiscount().id("p:1").version(2).build());

        assertThat(new Sheet(List.of(newer, older)).findVersionOf(older)).isSameAs(newer);
        assertThat(new Sheet(List.of(newer, older)).candidates()).containsExactly(newer);
        assertThat(new Sheet(List.of(older, newer)).candidates()).containsExactly(newer);
        assertThat(new Sheet(List.of(newer)).findVersionOf(older)).isSameAs(newer);
        assertThat(new Sheet(List.of(newer)).findVersionOf(running("p:2", 0, null)))
                .isNull();
    }

    private static Candidate running(String id, int fromSecond, @Nullable Integer untilSecond) {
        var until = untilSecond == null ? null : NOON.plusSeconds(untilSecond);
        return new Candidate(aDiscount()
                .id(id)
                .validity(new Validity(NOON.plusSeconds(fromSecond), until))
                .build());
    }
}
