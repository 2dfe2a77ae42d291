package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A mismatching call that is asked again until it is known what its mismatches are. It waits until the candidate knows all that
 * the control knew at the call. What is still there then is watched: both are asked again and again, a second or three apart,
 * until the candidate has passed so many of the moments at which the control said the same. Of one thread at a time.
 */
final class Recheck<A> implements Runnable {
    private final Rechecks rechecks;
    private final Subject<A> subject;
    private final Suspicion suspicion;
    private final Set<String> concerned;
    private final Instant known;
    private A control;
    private A candidate;
    private long since;
    private boolean isWatching;
    private boolean isLost;

    /** Waits from now on. */
    Recheck(Rechecks rechecks, Subject<A> subject, Suspicion suspicion, Suspected<A> suspected) {
        this.rechecks = rechecks;
        this.subject = subject;
        this.suspicion = suspicion;
        this.concerned = suspected.concerned();
        this.known = suspected.known();
        this.control = suspected.control();
        this.candidate = suspected.candidate();
        this.since = rechecks.now();
    }

    /** What there is to begin with. The control knew what it knew by then. */
    record Suspected<A>(A control, A candidate, Instant known, Set<String> concerned) {}

    void begin() {
        again(candidate);
    }

    Subject<A> subject() {
        return subject;
    }

    /** Ends with what has been seen. */
    void giveUp() {
        rechecks.ended(this, suspicion.verdict(), control, candidate);
    }

    @Override
    public void run() {
        try {
            if (rechecks.candidate(subject) instanceof Reply.Told<A> told) {
                heard(told.answer());
            } else {
                tryAgain(null);
            }
        } catch (Throwable unforeseen) {
            rechecks.failed(unforeseen);
            giveUp();
        }
    }

    private void heard(A answer) {
        var passed = passed(answer);
        if ((isWatching || !passed.isBefore(known)) && rechecks.control(subject) instanceof Reply.Told<A> told) {
            look(told, answer, passed);
        } else {
            tryAgain(answer);
        }
    }

    private void look(Reply.Told<A> told, A answer, Instant passed) {
        control = told.answer();
        candidate = answer;
        suspicion.look(rechecks.compare(subject, control, candidate, suspicion), new Look(told.at(), passed));
        if (suspicion.hasChanged() && rechecks.control(subject) instanceof Reply.Told<A> again) {
            suspicion.noise(rechecks.compare(subject, control, again.answer()));
        }
        if (!isWatching) {
            isWatching = true;
            since = rechecks.now();
        }
        if (suspicion.isOpen() && !suspicion.isConfirmed()) {
            tryAgain(answer);
        } else {
            giveUp();
        }
    }

    private void tryAgain(@Nullable A latest) {
        if (isWatching ? rechecks.hasWatched(since) : rechecks.hasWaited(since)) {
            giveUp();
        } else {
            again(latest);
        }
    }

    private void again(@Nullable A latest) {
        if (isWatching) {
            rechecks.soon(this);
        } else if (latest == null) {
            rechecks.after(ChronoUnit.FOREVER.getDuration(), this);
        } else {
            rechecks.after(watermarks(latest).until(known.plus(rechecks.slack())), this);
        }
    }

    /** Until when the candidate surely knows all. Of a provider that stays without a watermark there is nothing to know. */
    private Instant passed(A answer) {
        var watermarks = watermarks(answer);
        if (!watermarks.isComplete()) {
            isLost |= rechecks.hasWaited(since);
            return isLost ? Instant.MAX : Instant.MIN;
        }
        return subject.question().isStale(answer)
                ? Instant.MIN
                : watermarks.lowest().minus(rechecks.slack());
    }

    private Watermarks watermarks(A answer) {
        return new Watermarks(concerned, subject.question().watermarks(answer));
    }
}
