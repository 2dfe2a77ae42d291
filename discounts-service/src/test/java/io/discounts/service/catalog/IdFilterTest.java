package io.discounts.service.catalog;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class IdFilterTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 100, 5_000})
    void neverDeniesWhatIsThere(int count) {
        var ids = ids("PR-", count);

        assertThat(ids).allMatch(filter(ids)::mayContain);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 100, 5_000})
    void deniesMostOfWhatIsNotThereThoughItIsNamedAlike(int count) {
        var filter = filter(ids("PR-", count));

        var perhaps = ids("PQ-", 10_000).stream().filter(filter::mayContain).count();

        assertThat(perhaps).isLessThan(2_000);
    }

    private static IdFilter filter(List<String> ids) {
        return new IdFilter(ids.stream().mapToInt(String::hashCode).toArray());
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "partner-promotions:" + prefix + (1_000_000 + number))
                .toList();
    }
}
