package io.discounts.service.catalog;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class RepeatedIdsTest {
    @Test
    void neverDenyWhatStandsOnTwoSheetsInWhicheverVersion() {
        var first = sheet(0, 300, 1);
        var second = sheet(200, 500, 2);

        var repeated = new RepeatedIds(List.of(first, second));

        assertThat(first.candidates().subList(200, 300)).allMatch(repeated::mayContain);
        assertThat(second.candidates().subList(0, 100)).allMatch(repeated::mayContain);
    }

    @Test
    void denyMostOfWhatStandsOnOne() {
        var sheets = List.of(sheet(0, 1_000, 1), sheet(1_000, 2_000, 1));

        var repeated = new RepeatedIds(sheets);

        assertThat(sheets.stream().flatMap(sheet -> sheet.candidates().stream()).filter(repeated::mayContain))
                .hasSizeLessThan(500);
    }

    private static Sheet sheet(int from, int until, long version) {
        return new Sheet(IntStream.range(from, until)
                .mapToObj(number -> aDiscount()
                        .id("p:" + (1_000_000 + number))
                        .version(version)
                        .build())
                .map(Candidate::new)
                .toList());
    }
}
