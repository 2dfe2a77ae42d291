package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {
    private static final Dataset DATA = Dataset.of(7, 1_000, 300, Generated.UNTIL, 3);

    @Test
    void isTheSameForTheSameData() {
        assertThat(Dataset.of(7, 1_000, 300, Generated.UNTIL, 3).fingerprint()).isEqualTo(DATA.fingerprint());
    }

    @Test
    void tellsDataOfAnotherSeedSizeOrTimeApart() {
        var others = List.of(
                Dataset.of(8, 1_000, 300, Generated.UNTIL, 3),
                Dataset.of(7, 1_001, 300, Generated.UNTIL, 3),
                Dataset.of(7, 1_000, 301, Generated.UNTIL, 3),
                Dataset.of(7, 1_000, 300, Generated.UNTIL.plusDays(1), 3),
                Dataset.of(7, 1_000, 300, Generated.UNTIL, 4));

        assertThat(others)
                .extracting(Dataset::fingerprint)
                .doesNotHaveDuplicates()
                .doesNotContain(DATA.fingerprint());
    }
}
