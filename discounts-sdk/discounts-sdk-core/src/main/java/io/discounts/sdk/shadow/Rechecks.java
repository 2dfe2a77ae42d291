package io.discounts.sdk.shadow;

import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.MirroredCall;
import io.discounts.sdk.internal.Ticking;
import io.discounts.sdk.rollout.RouteKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;

/** The mismatching calls that wait to be asked again, so many and no more. Safe for use by many threads. */
final class Rechecks {
    private static final Logger LOG = LoggerFactory.getLogger(Rechecks.class);

    /** The longest between two looks at watermarks. */
    private static final Duration LATEST = Duration.ofSeconds(10);

    /** How far a wait is stretched at random, so that not all look at once. */
    private static final double JITTER = 0.2;

    /** The same from one look to the next, so that they are not in step with what changes at regular times. */
    private static final double JITTER_OF_LOOKS = 2;

    private final LagOptions options;
    private final Asker asker;
    private final Comparer comparer;
    private final Ticking time;
    private final DoubleSupplier random;
    private final Later later;
    private final Results results;
    private final Set<Recheck<?>> waiting = ConcurrentHashMap.newKeySet();

    Rechecks(
            LagOptions options,
            Asker asker,
            Comparer comparer,
            Ticking time,
            DoubleSupplier random,
            Later later,
            Results results) {
        this.options = options;
        this.asker = asker;
        this.comparer = comparer;
        this.time = time;
        this.random = random;
        this.later = later;
        this.results = results;
    }

    /** Finds out what the mismatches are, or says that it cannot be told when too many wait. */
    <A> void add(Subject<A> subject, Suspicion suspicion, Recheck.Suspected<A> suspected) {
        var recheck = new Recheck<>(this, subject, suspicion, suspected);
        waiting.add(recheck);
        if (waiting.size() > options.suspects()) {
            recheck.giveUp();
        } else {
            recheck.begin();
        }
    }

    int waiting() {
        return waiting.size();
    }

    List<RouteKey> waiting(Operation operation) {
        return waiting.stream()
                .map(recheck -> recheck.subject().call())
                .filter(call -> call.operation() == operation)
                .map(MirroredCall::key)
                .toList();
    }

    /** Forgets those that wait, which will not be run any more. */
    void forget() {
        waiting.clear();
    }

    void after(Duration delay, Recheck<?> recheck) {
        var atLeast = max(delay, options.earliest());
        later.run(recheck, stretched(atLeast.compareTo(LATEST) > 0 ? LATEST : atLeast, JITTER));
    }

    /** For the next look at what is being watched. */
    void soon(Recheck<?> recheck) {
        later.run(recheck, stretched(options.earliest(), JITTER_OF_LOOKS));
    }

    private Duration stretched(Duration wait, double jitter) {
        return wait.plus(Duration.ofNanos(Math.round(wait.toNanos() * jitter * random.getAsDouble())));
    }

    <A> Reply<A> control(Subject<A> subject) {
        return asker.control(subject.question(), subject.call().local());
    }

    <A> Reply<A> candidate(Subject<A> subject) {
        return asker.candidate(subject.question(), subject.call().remote());
    }

    <A> List<Mismatch> compare(Subject<A> subject, A control, A candidate) {
        return comparer.compare(subject.question(), control, candidate);
    }

    <A> List<Mismatch> compare(Subject<A> subject, A control, A candidate, Suspicion suspicion) {
        return comparer.compare(subject.question(), control, candidate, suspicion::isAbout);
    }

    <A> void ended(Recheck<A> recheck, Comparison.Mismatched verdict, A control, A candidate) {
        waiting.remove(recheck);
        results.mismatched(recheck.subject(), verdict, control, candidate);
    }

    void failed(Throwable unforeseen) {
        LOG.warn("discounts: a comparison could not be repeated", unforeseen);
    }

    long now() {
        return time.now();
    }

    boolean hasWaited(long since) {
        return time.since(since).compareTo(options.longestWait()) >= 0;
    }

    boolean hasWatched(long since) {
        return time.since(since).compareTo(options.longestWatch()) >= 0;
    }

    Duration slack() {
        return options.slack();
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
