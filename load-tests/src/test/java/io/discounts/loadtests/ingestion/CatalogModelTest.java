package io.discounts.loadtests.ingestion;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogModelTest {
    private static final Change FIRST = new Change.Published("p", "1", 1, 10, Set.of("a", "b"), false);
    private static final Change SECOND = new Change.Published("p", "1", 2, 20, Set.of("b"), true);
    private static final Change END = new Change.Withdrawn("p", "1", 3);

    @Test
    void keepsTheNewestVersionWhateverComesLast() {
        assertThat(lines(SECOND, FIRST))
                .containsExactly("discount p/1 v2 '1, version 2' 20% prime", "scope store:b p/1");
    }

    @Test
    void keepsTheTombstoneOfWhatIsWithdrawnAndNoScope() {
        assertThat(lines(END, FIRST, SECOND)).containsExactly("discount p/1 v3 withdrawn");
    }

    @Test
    void keepsStoresAndTheirTombstones() {
        assertThat(lines(
                        new Change.Opened("s", 1, "MAD", "pharmacy"),
                        new Change.Opened("t", 1, "BCN", "groceries"),
                        new Change.Closed("s", 2)))
                .containsExactly("store s v2 removed", "store t v1 BCN groceries");
    }

    @Test
    void doesNotDependOnTheOrderOfChanges() {
        var changes = ChangeSequence.of(2_000, 7);
        var shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(CatalogModel.of(shuffled).lines().checksum())
                .isEqualTo(CatalogModel.of(changes).lines().checksum());
    }

    @Test
    void hasAnotherChecksumWithoutOneOfItsLines() {
        var all = CatalogModel.of(List.of(FIRST)).lines();
        var fewer = CatalogLines.of(List.of("scope store:b p/1"));

        assertThat(fewer.checksum()).isNotEqualTo(all.checksum());
        assertThat(all.notIn(fewer)).hasSize(2).doesNotContain("scope store:b p/1");
    }

    private static Set<String> lines(Change... changes) {
        return CatalogModel.of(List.of(changes)).lines().lines();
    }
}
