package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class NewestCandidatesTest {
    /** A sheet smaller and one larger than what is in question is looked at the other way round. */
    @ParameterizedTest
    @ValueSource(ints = {0, 50})
    void knowTheNewerVersionOfASheetHoweverLargeItIs(int others) {
        var older = version("p:1", 1);
        var newer = version("p:1", 2);
        var apart = version("p:2", 1);
        var sheets = List.of(sheet(newer, others), sheet(older, others), sheet(apart, others));
        var newest = new NewestCandidates(sheets);

        newest.add(older);
        newest.add(apart);
        sheets.forEach(newest::compare);

        assertThat(newest.contain(newer)).isTrue();
        assertThat(newest.contain(older)).isFalse();
        assertThat(newest.contain(apart)).isTrue();
    }

    @Test
    void takeTheNewestVersionOnAStoresSheets() {
        var older = version("p:1", 1);
        var newer = version("p:1", 2);
        var stale = sheet(older, 3);
        var fresh = sheet(newer, 0);

        for (var sheets : List.of(List.of(stale, fresh), List.of(fresh, stale))) {
            assertThat(NewestCandidates.isNewest(older, stale, sheets)).isFalse();
            assertThat(NewestCandidates.isNewest(newer, fresh, sheets)).isTrue();
        }
    }

    @Test
    void takeADiscountThatStandsOnTwoOfAStoresSheetsOnce() {
        var one = version("p:1", 1);
        var twin = version("p:1", 1);
        var first = sheet(one, 3);
        var second = sheet(twin, 3);

        assertThat(NewestCandidates.isNewest(one, first, List.of(first, second)))
                .isTrue();
        assertThat(NewestCandidates.isNewest(twin, second, List.of(first, second)))
                .isFalse();
        assertThat(NewestCandidates.isNewest(one, second, List.of(first, second)))
                .as("the same object on both")
                .isFalse();
    }

    private static Sheet sheet(Candidate candidate, int others) {
        var all = new ArrayList<>(List.of(candidate));
        for (int i = 0; i < others; i++) {
            all.add(version("q:" + i, 1));
        }
        return new Sheet(all);
    }

    private static Candidate version(String id, long version) {
        return new Candidate(aDiscount().id(id).version(version).build());
    }
}
