package io.discounts.sdk.shadow;

import io.discounts.sdk.Path;
import io.discounts.sdk.internal.MirroredCall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;

/** A call to be mirrored: asks the side that the caller did not get his answer from, and compares. */
final class MirrorTask<A> implements Runnable {
    private final Mirroring mirroring;
    private final MirroredCall<A> call;
    private final long queuedAt;

    /** One that waits from now on. */
    MirrorTask(Mirroring mirroring, MirroredCall<A> call) {
        this.mirroring = mirroring;
        this.call = call;
        this.queuedAt = mirroring.now();
    }

    MirroredCall<A> call() {
        return call;
    }

    @Override
    public void run() {
        if (mirroring.isTooOld(queuedAt)) {
            mirroring.tooOld(call);
            return;
        }
        var question = question();
        var moment = call.calledAt().plus(call.took());
        var answered = new Reply.Told<>(call.answer(), call.took(), moment);
        if (call.answeredBy() == Path.LOCAL) {
            compare(question, answered, mirroring.asker().candidate(question, call.remote()));
        } else {
            compare(question, mirroring.asker().control(question, call.local()), answered);
        }
    }

    /** For the moment of the call, since the sides answer at different ones. In milliseconds, which every side understands. */
    @SuppressWarnings("unchecked") // a search is answered by a SearchAnswer, an evaluation by an EvaluateAnswer
    private Question<A> question() {
        Instant moment = call.calledAt().truncatedTo(ChronoUnit.MILLIS);
        return (Question<A>) Question.of(call.request()).asOf(moment);
    }

    private void compare(Question<A> question, Reply<A> control, Reply<A> candidate) {
        if (control instanceof Reply.Told<A> one && candidate instanceof Reply.Told<A> other) {
            var subject = new Subject<>(call, question, one.took(), other.took());
            compare(subject, one, other);
        } else if (control instanceof Reply.Silent<A> silent) {
            mirroring.results().incomparable(new Subject<>(call, question, null, call.took()), silent.why());
        } else if (candidate instanceof Reply.Silent<A> silent) {
            mirroring.results().incomparable(new Subject<>(call, question, call.took(), null), silent.why());
        }
    }

    private void compare(Subject<A> subject, Reply.Told<A> control, Reply.Told<A> candidate) {
        var mismatches = mirroring.comparer().compare(subject.question(), control.answer(), candidate.answer());
        var noise = noise(subject, control, !mismatches.isEmpty());
        if (mismatches.isEmpty()) {
            mirroring.results().matched(subject);
            return;
        }
        var suspicion = new Suspicion(mismatches, control.at(), mirroring.confirmations());
        suspicion.noise(noise);
        if (suspicion.isOpen()) {
            var concerned = new HashSet<String>();
            mismatches.forEach(mismatch ->
                    concerned.addAll(subject.question().concerned(mismatch, control.answer(), candidate.answer())));
            var suspected = new Recheck.Suspected<>(control.answer(), candidate.answer(), control.at(), concerned);
            mirroring.rechecks().add(subject, suspicion, suspected);
        } else {
            mirroring.results().mismatched(subject, suspicion.verdict(), control.answer(), candidate.answer());
        }
    }

    /** What the control does not agree with itself about: asked where there is a mismatch, and of calls taken at random. */
    private List<Mismatch> noise(Subject<A> subject, Reply.Told<A> control, boolean hasMismatched) {
        var isSample = mirroring.isNoiseSample();
        if (!isSample && !hasMismatched) {
            return List.of();
        }
        if (!(mirroring.asker().control(subject.question(), call.local()) instanceof Reply.Told<A> again)) {
            return List.of();
        }
        var noise = mirroring.comparer().compare(subject.question(), control.answer(), again.answer());
        if (isSample) {
            var comparison = noise.isEmpty()
                    ? new Comparison.Matched()
                    : new Comparison.Mismatched(noise, Comparison.Verdict.NOISE);
            mirroring.results().sampled(subject, comparison);
        }
        return noise;
    }
}
