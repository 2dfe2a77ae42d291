package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.Report;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.time.Duration;

/** Holds the catalog in MySQL against the model. */
record Verification(CatalogSnapshot catalog, Report report) {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** Waits until the two are equal, and prints both checksums; throws with what differs if they never are. */
    void awaitEqual(CatalogModel model) {
        var expected = model.lines();
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(INTERVAL)
                    .until(() -> catalog.lines().equals(expected));
        } catch (ConditionTimeoutException e) {
            var found = catalog.lines();
            throw new IllegalStateException(
                    "The catalog misses %s and has %s besides; dead letters: %d"
                            .formatted(expected.notIn(found), found.notIn(expected), catalog.deadLetters()),
                    e);
        }
        report.line(
                "model   %s  %,d lines, %,d subjects",
                expected.checksum(), expected.lines().size(), model.subjects());
        report.line("catalog %s  equal; dead letters: %d", catalog.lines().checksum(), catalog.deadLetters());
    }
}
