package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Streamed;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WritersSideBySideTest {
    private final WritersSideBySide writers = new WritersSideBySide(3);

    @Test
    void givesEachWriterItsShareInOrder() {
        var told = IntStream.range(0, 50)
                .mapToObj(number -> new Streamed("stream", "ES/" + number, "{}"))
                .toList();

        var shares = writers.shares(told);

        assertThat(shares)
                .hasSize(3)
                .allSatisfy(share -> assertThat(share)
                        .isNotEmpty()
                        .isSortedAccordingTo((one, other) -> Integer.compare(told.indexOf(one), told.indexOf(other))));
        assertThat(shares.stream().flatMap(Collection::stream)).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void givesAllThatIsToldOfADiscountToOneWriter() {
        var told = IntStream.range(0, 50)
                .mapToObj(number -> new Streamed("stream", "ES/" + number % 5, "{}"))
                .toList();

        assertThat(writers.shares(told).stream()
                        .mapToLong(share ->
                                share.stream().map(Streamed::subject).distinct().count())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void returnsWhenAllHaveWritten() throws InterruptedException, ExecutionException {
        var written = new ConcurrentLinkedQueue<String>();

        writers.write(List.of("a", "b", "c"), written::add);

        assertThat(written).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void failsIfOneOfThemFails() {
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> writers.write(List.of("a", "b"), work -> {
                    throw new IllegalStateException(work);
                }))
                .withCauseInstanceOf(IllegalStateException.class);
    }
}
