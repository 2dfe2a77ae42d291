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

    @Test
    void findsTheNewestOfAnId() {
        var older = new Candidate(aDiscount().id("p:1").version(1).build());
        var newer = new Candidate(aDiscount().id("p:1").version(2).build());

        assertThat(new Sheet(List.of(newer, older)).find("p:1")).isSameAs(newer);
        assertThat(new Sheet(List.of(newer, older)).candidates()).containsExactly(newer);
        assertThat(new Sheet(List.of(older, newer)).candidates()).containsExactly(newer);
        assertThat(new Sheet(List.of(newer)).find("p:2")).isNull();
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
