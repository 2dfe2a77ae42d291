package io.discounts.service.catalog;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class DisputedIdsTest {
    /** Texts of equal length made of these two have equal hashes. */
    private static final List<String> TWINS = List.of("Aa", "BB");

    @Property
    void containWhateverStandsInTwoVersions(@ForAll("sheets") List<Sheet> sheets) {
        var disputed = disputed(sheets);

        assertThat(candidates(sheets)).allSatisfy(candidate -> {
            var versions = candidates(sheets)
                    .filter(other -> other.id().equals(candidate.id()))
                    .map(Candidate::version)
                    .distinct();
            assertThat(versions.count() < 2 || disputed.mayContain(candidate))
                    .as(candidate.id())
                    .isTrue();
        });
    }

    @Test
    void areNoneWhereSheetsHoldTheSameVersions() {
        var sheets = List.of(sheet(0, 1_000), sheet(500, 1_500), sheet(0, 200));

        assertThat(disputed(sheets).isEmpty()).isTrue();
    }

    @Test
    void areThoseOfTwoVersionsAlone() {
        var sheets = List.of(sheet(0, 1_000), sheet(500, 1_500), new Sheet(List.of(candidate("p:1000700", 2))));

        var disputed = disputed(sheets);

        assertThat(candidates(sheets).filter(disputed::mayContain).map(Candidate::id))
                .containsOnly("p:1000700");
    }

    @Test
    void areOfSheetsInAnyOrder() {
        var older = new Sheet(List.of(candidate("p:1", 0)));
        var newer = new Sheet(List.of(candidate("p:1", Long.MAX_VALUE)));

        assertThat(disputed(List.of(older, newer)).isEmpty()).isFalse();
        assertThat(disputed(List.of(newer, older)).isEmpty()).isFalse();
    }

    @Provide
    static Arbitrary<List<Sheet>> sheets() {
        var halves = Arbitraries.of(TWINS).list().ofSize(3).map(parts -> String.join("", parts));
        var ids = Arbitraries.oneOf(halves, Arbitraries.integers().between(0, 9).map(Object::toString));
        var candidates = Combinators.combine(ids, Arbitraries.longs().between(0, 2))
                .as((id, version) -> candidate("p:" + id, version));
        return candidates.list().ofMaxSize(6).map(Sheet::new).list().ofMaxSize(5);
    }

    private static DisputedIds disputed(List<Sheet> sheets) {
        return new DisputedIds(sheets, new RepeatedIds(sheets));
    }

    private static Stream<Candidate> candidates(List<Sheet> sheets) {
        return sheets.stream().flatMap(sheet -> sheet.candidates().stream());
    }

    private static Sheet sheet(int from, int until) {
        return new Sheet(IntStream.range(from, until)
                .mapToObj(number -> candidate("p:" + (1_000_000 + number), 1))
                .toList());
    }

    private static Candidate candidate(String id, long version) {
        return new Candidate(aDiscount().id(id).version(version).build());
    }
}
