package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.RepeatedIds;
import io.discounts.service.catalog.Sheet;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class NewestCandidatesTest {
    @Test
    void knowTheNewerVersionWhereSheetsDiffer() {
        var older = version("p:1", 1);
        var newer = version("p:1", 2);
        var apart = version("p:2", 1);
        var sheets = List.of(sheet(newer, 50), sheet(older, 0), sheet(apart, 50));

        var newest = newest(sheets);

        assertThat(newest.areUndisputed()).isFalse();
        assertThat(newest.contain(newer)).isTrue();
        assertThat(newest.contain(older)).isFalse();
        assertThat(newest.contain(apart)).isTrue();
    }

    @Test
    void areUndisputedWhereSheetsHoldTheSame() {
        var sheets = List.of(sheet(version("p:1", 1), 50), sheet(version("p:1", 1), 50));

        assertThat(newest(sheets).areUndisputed()).isTrue();
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

    private static NewestCandidates newest(List<Sheet> sheets) {
        return new NewestCandidates(sheets, new RepeatedIds(sheets));
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
