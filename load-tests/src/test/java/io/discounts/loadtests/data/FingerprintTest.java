package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {
    private static final Dataset DATA = Dataset.of(7, 1_000, 300, Generated.UNTIL, 3);

    @Test
    void isTheSameForTheSameData() throws IOException {
        assertThat(Dataset.of(7, 1_000, 300, Generated.UNTIL, 3).fingerprint()).isEqualTo(DATA.fingerprint());
    }

    @Test
    void tellsDataOfAnotherSeedSizeOrTimeApart() throws IOException {
        var all = List.of(
                DATA,
                Dataset.of(8, 1_000, 300, Generated.UNTIL, 3),
                Dataset.of(7, 1_003, 300, Generated.UNTIL, 3),
                Dataset.of(7, 1_000, 301, Generated.UNTIL, 3),
                Dataset.of(7, 1_000, 300, Generated.UNTIL.plusDays(1), 3),
                Dataset.of(7, 1_000, 300, Generated.UNTIL, 4));

        var fingerprints = new HashSet<String>();
        for (var data : all) {
            fingerprints.add(data.fingerprint());
        }

        assertThat(fingerprints).hasSize(all.size());
    }
}
