package io.discounts.loadtests.ingestion;

import io.discounts.loadtests.harness.CheckpointWatch;
import io.discounts.loadtests.harness.Report;

/** What instances that share the streams may do to each other: nothing. */
record NothingWentBack(AppliedChanges applied, CheckpointWatch checkpoints) {
    /** @throws IllegalStateException if an older version has replaced a newer one, or a checkpoint has gone back */
    void judge(Report report) {
        report.line("writes %,d, stale ones %s", applied.count(), applied.stale());
        report.line(
                "checkpoints seen %,d times, advanced %,d times, went back %s",
                checkpoints.looks(), checkpoints.advances(), checkpoints.goneBack());
        Requirement.require(applied.stale().isEmpty(), "A version was replaced by an older one");
        Requirement.require(checkpoints.goneBack().isEmpty(), "A checkpoint went back");
    }
}
