package io.discounts.service.ops;

import io.discounts.service.edge.Validated;
import io.discounts.service.edge.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class PageRequestTest {
    @Test
    void beginsAtTheBeginningWithFiftyItems() {
        assertThat(PageRequest.of(null, null, PageRequestTest::first))
                .isEqualTo(new Validated.Valid<>(new PageRequest<>(Optional.empty(), 50)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "200"})
    void takesALimit(String limit) {
        assertThat(PageRequest.of(Cursor.behind("a").write(), limit, PageRequestTest::first))
                .isEqualTo(new Validated.Valid<>(new PageRequest<>(Optional.of("a"), Integer.parseInt(limit))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "", "ten", "1.5", "99999999999"})
    void refusesLimitsOutOfRange(String limit) {
        assertThat(PageRequest.of(null, limit, PageRequestTest::first))
                .isEqualTo(new Validated.Invalid<>(
                        List.of(new Violation("/limit", "must be a whole number from 1 to 200"))));
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThat(PageRequest.of("?", "0", PageRequestTest::first))
                .isEqualTo(new Validated.Invalid<>(List.of(
                        new Violation("/limit", "must be a whole number from 1 to 200"),
                        new Violation("/cursor", "must be the nextCursor of an earlier answer of this list"))));
    }

    private static Optional<String> first(Cursor cursor) {
        return cursor.key().stream().findFirst();
    }
}
