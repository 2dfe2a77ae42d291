package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A mismatching call that is asked again until it is known what its mismatches are. Each round waits until the candidate knows
 * all that the control knew in the round before, then asks both the same and holds them against each other. Of one thread at a
 * time.
 */
final class Recheck<A> implements Runnable {
    private final Rechecks rechecks;
    private final Subject<A> subject;
    private final Suspicion suspicion;
    private final Set<String> concerned;
    private final A firstControl;
    private final A firstCandidate;
    private Instant known;
    private long waitingSince;
    private int rounds;

    /** The control knew what it knew by then. */
    Recheck(Rechecks rechecks, Subject<A> subject, Suspicion suspicion, Suspected<A> suspected) {
        this.rechecks = rechecks;
        this.subject = subject;
        this.suspicion = suspicion;
        this.concerned = suspected.concerned();
        this.firstControl = suspected.control();
        this.firstCandidate = suspected.candidate();
        this.known = suspected.known();
        this.waitingSince = rechecks.now();
    }

    /** What there is to begin with. */
    record Suspected<A>(A control, A candidate, Instant known, Set<String> concerned) {}

    void begin() {
        rechecks.after(untilPassed(firstCandidate), this);
    }

    void giveUp() {
        end(firstControl, firstCandidate);
    }

    @Override
    public void run() {
        try {
            if (rechecks.candidate(subject) instanceof Reply.Told<A> candidate) {
                seen(candidate.answer());
            } else {
                tryAgain(null);
            }
        } catch (Throwable unforeseen) {
            rechecks.failed(unforeseen);
            giveUp();
        }
    }

    private void seen(A candidate) {
        var question = subject.question();
        var watermarks = new Watermarks(concerned, question.watermarks(candidate));
        var lost = !watermarks.isComplete() && hasWaited();
        if (lost || (!question.isStale(candidate) && watermarks.havePassed(known.plus(rechecks.slack())))) {
            if (rechecks.control(subject) instanceof Reply.Told<A> control) {
                round(control, candidate);
                return;
            }
        }
        tryAgain(candidate);
    }

    private void round(Reply.Told<A> control, A candidate) {
        rounds++;
        suspicion.round(rechecks.compare(subject, control.answer(), candidate, suspicion));
        if (suspicion.isOpen() && rechecks.control(subject) instanceof Reply.Told<A> again) {
            suspicion.noise(rechecks.compare(subject, control.answer(), again.answer()));
        }
        if (!suspicion.isOpen() || suspicion.isConfirmed() || rounds >= rechecks.maxRounds()) {
            end(control.answer(), candidate);
        } else {
            known = control.at();
            waitingSince = rechecks.now();
            rechecks.after(untilPassed(candidate), this);
        }
    }

    private void tryAgain(@Nullable A candidate) {
        if (hasWaited()) {
            giveUp();
        } else {
            rechecks.after(candidate == null ? ChronoUnit.FOREVER.getDuration() : untilPassed(candidate), this);
        }
    }

    private Duration untilPassed(A candidate) {
        return new Watermarks(concerned, subject.question().watermarks(candidate)).until(known.plus(rechecks.slack()));
    }

    private boolean hasWaited() {
        return rechecks.hasWaited(waitingSince);
    }

    private void end(A control, A candidate) {
        rechecks.ended(subject, suspicion, control, candidate);
    }
}
