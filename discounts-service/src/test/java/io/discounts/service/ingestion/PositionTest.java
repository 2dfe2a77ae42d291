package io.discounts.service.ingestion;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PositionTest {
    @ParameterizedTest
    @CsvSource({
        "s-1, 9, 0, s-1, 10, 0, true",
        "s-1, 10, 0, s-1, 9, 0, false",
        "s-1, 10, 0, s-1, 10, 1, true",
        "s-1, 10, 1, s-1, 10, 1, false",
        "s-1, 9, 0, s-2, 10, 0, false",
        "s-1, line-1, 0, s-1, line-2, 0, false",
        "s-1, line-1, 0, s-1, line-1, 1, true",
        "s-1, 49590338271490256608559692538361571095921575989136588898, 0, s-1, 49590338271490256608559692540925702759324208523137515618, 0, true"
    })
    void isBeforeAnotherOfItsShardOnly(
            String shard,
            String number,
            long sub,
            String otherShard,
            String otherNumber,
            long otherSub,
            boolean before) {
        var position = new Position(shard, number, sub);

        assertThat(position.isBefore(new Position(otherShard, otherNumber, otherSub)))
                .isEqualTo(before);
    }
}
