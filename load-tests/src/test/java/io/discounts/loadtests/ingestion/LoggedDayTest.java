package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.data.DataFormat;
import io.discounts.loadtests.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;

import static org.assertj.core.api.Assertions.assertThat;

class LoggedDayTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-11-22");

    @TempDir
    private Path log;

    @Test
    void tellsEachDiscountOnceThatWasPublishedOnTheDay() throws IOException {
        var data = Dataset.of(42, 2_000, 50, UNTIL, 2);
        DataFormat.NDJSON.write(data, log);

        var first = new LoggedDay(log, UNTIL.minusDays(2)).published();
        var second = new LoggedDay(log, UNTIL.minusDays(1)).published();

        assertThat(first)
                .hasSizeBetween(900, 1_000)
                .extracting(ToldDiscount::subject)
                .doesNotHaveDuplicates();
        assertThat(first).extracting(ToldDiscount::stream).contains("partner-promotions", "marketing-campaigns");
        assertThat(new HashSet<>(first)).doesNotContainAnyElementsOf(second);
    }

    @Test
    void tellsNothingOfADayThatIsNotInTheLog() throws IOException {
        assertThat(new LoggedDay(log, UNTIL).published()).isEmpty();
    }
}
