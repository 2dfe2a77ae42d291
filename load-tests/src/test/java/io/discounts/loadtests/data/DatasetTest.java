package io.discounts.loadtests.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

class DatasetTest {
    private static final int DISCOUNTS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void hasTheSameBytesFromTheSameSeedHoweverManyThreadsWrite(DataFormat format) throws IOException {
        Writing.write(format.parts(Generated.data(7, DISCOUNTS)), folder.resolve("one"), 1);
        Writing.write(format.parts(Generated.data(7, DISCOUNTS)), folder.resolve("four"), 4);

        assertThat(Generated.files(folder.resolve("four")))
                .isNotEmpty()
                .isEqualTo(Generated.files(folder.resolve("one")));
    }

    /** Another process draws the same, too. Whoever changes what is drawn puts the new checksums here. */
    @ParameterizedTest
    @CsvSource({
        "NDJSON, a966749946e9cd15e56b32e5eefe07da86818ba4c0e030bf9e42cd43e0ed3405",
        "NATIVE, d56bf165343c762a83741e82601106ef12b508ed9ce985007580b59eaf99ef12",
        "LOAD_DATA, 90435cbdfd44c2bb155b8fa532411978e62d7836416b977c686f5d277e69dfb4"
    })
    void isWhatItWasYesterday(DataFormat format, String checksum) throws IOException {
        format.write(Generated.data(7, DISCOUNTS), folder);

        assertThat(Generated.checksum(folder)).isEqualTo(checksum);
    }

    @Test
    void differsWithAnotherSeed() throws IOException {
        DataFormat.NDJSON.write(Generated.data(7, DISCOUNTS), folder.resolve("seven"));
        DataFormat.NDJSON.write(Generated.data(8, DISCOUNTS), folder.resolve("eight"));

        assertThat(Generated.checksum(folder.resolve("seven")))
                .isNotEqualTo(Generated.checksum(folder.resolve("eight")));
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "1000", "1001"})
    void hasAsManyDiscountsAsAskedForInEveryFormat(int discounts) throws IOException {
        for (var format : DataFormat.values()) {
            var tally = format.write(Generated.data(7, discounts), folder.resolve(format.name() + discounts));

            assertThat(tally.discounts()).isEqualTo(discounts);
        }
    }

    @Test
    void isLaidOutAsTheEventLogIs() throws IOException {
        DataFormat.NDJSON.write(Generated.data(7, DISCOUNTS), folder);

        assertThat(Generated.files(folder).keySet())
                .contains(
                        "partner-promotions/2026/11/19/partner-promotions-2026-11-19-00.ndjson.gz",
                        "marketing-campaigns/2026/11/21/marketing-campaigns-2026-11-21-00.ndjson.gz",
                        "stores/2026/11/19/stores-2026-11-19-24.ndjson.gz")
                .allSatisfy(path -> assertThat(path).matches("[a-z-]+/\\d{4}/\\d\\d/\\d\\d/[a-z0-9-]+\\.ndjson\\.gz"));
    }

    @Test
    void tellsEachDiscountOnTheDayOfItsSegment() throws IOException {
        DataFormat.NDJSON.write(Generated.data(7, DISCOUNTS), folder);

        assertThat(Generated.events(folder.resolve("partner-promotions/2026/11"), "20"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event).contains("\"time\":\"2026-11-20T"));
    }
}
