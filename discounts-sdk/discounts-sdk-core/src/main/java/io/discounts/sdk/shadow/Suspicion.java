package io.discounts.sdk.shadow;

import io.discounts.sdk.shadow.Comparison.Mismatched;
import io.discounts.sdk.shadow.Comparison.Verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The mismatches of one call and what has become of each. Only these are followed: what a later look finds at other places is
 * a matter of other calls. Of one thread at a time.
 */
final class Suspicion {
    private final int confirmations;
    private final List<Suspect> open = new ArrayList<>();
    private final List<Mismatch> lag = new ArrayList<>();
    private final List<Mismatch> noise = new ArrayList<>();

    /** The control had said its part by then. */
    Suspicion(List<Mismatch> mismatches, Instant said, int confirmations) {
        mismatches.forEach(mismatch -> open.add(new Suspect(mismatch, said)));
        this.confirmations = confirmations;
    }

    /** Whether there is anything that may be a defect. */
    boolean isOpen() {
        return !open.isEmpty();
    }

    boolean isAbout(Mismatch mismatch) {
        return open.stream().anyMatch(suspect -> suspect.isAt(mismatch));
    }

    /** The control was compared with itself: it is no judge of what it does not agree with itself about. */
    void noise(List<Mismatch> ofControlWithItself) {
        settle(noise, suspect -> ofControlWithItself.stream().anyMatch(suspect::isWithin));
    }

    /** What was found when both were asked again. */
    void look(List<Mismatch> again, Look look) {
        settle(
                lag,
                suspect -> again.stream()
                        .filter(suspect::isAt)
                        .findFirst()
                        .map(found -> suspect.isExplainedBy(found, look))
                        .orElse(true));
    }

    /** Whether the latest look found one of them other than it was. */
    boolean hasChanged() {
        return open.stream().anyMatch(Suspect::hasChanged);
    }

    /** Whether one of them has been confirmed often enough. */
    boolean isConfirmed() {
        return open.stream().anyMatch(this::isConfirmed);
    }

    /** What they are, if nothing more is asked: the gravest counts. */
    Mismatched verdict() {
        if (isConfirmed()) {
            return new Mismatched(
                    open.stream().filter(this::isConfirmed).map(Suspect::last).toList(), Verdict.DEFECT);
        }
        if (isOpen()) {
            return new Mismatched(open.stream().map(Suspect::last).toList(), Verdict.UNDECIDED);
        }
        return lag.isEmpty() ? new Mismatched(noise, Verdict.NOISE) : new Mismatched(lag, Verdict.LAG);
    }

    private boolean isConfirmed(Suspect suspect) {
        return suspect.confirmations() >= confirmations;
    }

    private void settle(List<Mismatch> as, Predicate<Suspect> settled) {
        open.removeIf(suspect -> settled.test(suspect) && as.add(suspect.last()));
    }
}
