package io.discounts.loadtests.reads;

import io.discounts.loadtests.reads.Statistics.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class OutcomesTest {
    private final Outcomes outcomes = new Outcomes();

    @Test
    void countsByNameAndTellsPercentilesByNearestRank() {
        for (int i = 1; i <= 200; i++) {
            outcomes.note("search", 200, i);
        }
        outcomes.note("search", 409, 1);
        outcomes.note("search", 503, 1);
        outcomes.note("search", 503, 1);
        outcomes.note("search", 0, 1);
        outcomes.note("evaluate", 0, 1);

        assertThat(outcomes.statistics().of("search"))
                .isEqualTo(new Requests(200, 1, Map.of(503, 2L, 0, 1L), 100, 198, 200));
        assertThat(outcomes.statistics().of("search").broken()).isEqualTo(1);
        assertThat(outcomes.statistics().of("search").shareFailed()).isEqualTo(3 / 204.0);
        assertThat(outcomes.statistics().of("evaluate")).isEqualTo(new Requests(0, 0, Map.of(0, 1L), 0, 0, 0));
        assertThat(outcomes.statistics().of("never asked")).isEqualTo(Requests.NONE);
    }

    @Test
    void comesBackFromAFileAsItWas(@TempDir Path folder) {
        outcomes.note("search", 200, 7);
        outcomes.note("search", 200, 90_000);
        outcomes.note("search", 503, 1);
        var file = folder.resolve("statistics.json");

        outcomes.statistics().write(file);

        assertThat(Statistics.read(file)).isEqualTo(outcomes.statistics());
        assertThat(Statistics.read(file).of("search"))
                .isEqualTo(new Requests(2, 0, Map.of(503, 1L), 7, 60_000, 60_000));
    }
}
