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
        "NDJSON, 11c8001dc863ae7d499e39fe38c0374a7d0fd780e4eb63ceb2ec7331bbdfd08f",
        "NATIVE, 7379574428299d30f00bef18e1074250d0e1842710f69e2aa9523ba2e7701ccd",
        "LOAD_DATA, 4358f040b10b80c2bc63030dd0f1aa479c33a841b4e046f5ad9757e0b9924e4a"
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
