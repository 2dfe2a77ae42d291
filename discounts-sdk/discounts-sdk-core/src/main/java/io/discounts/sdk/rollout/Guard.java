package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.shadow.Comparison;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * Steps an operation down a stage when one of its budgets is burnt, and keeps it there until {@link #reset} or the end of the
 * process. Its lowest step is {@link Stage#SHADOW}: below it no caller waits for the service any more, and evidence is still
 * gathered. Give it to the rollout; the client with that rollout tells it of its calls. Safe for use by many threads.
 */
public final class Guard implements CallObserver {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    /** Nobody asked the service, or the caller broke off: nothing is known of the service. */
    private static final Set<Reason> TELL_NOTHING =
            EnumSet.of(Reason.BREAKER_OPEN, Reason.BULKHEAD_FULL, Reason.ABORTED);

    private final GuardOptions options;
    private final CopyOnWriteArrayList<GuardListener> listeners = new CopyOnWriteArrayList<>();
    private final LongSupplier nanoTime;
    private final Map<Operation, GuardedOperation> steered = new EnumMap<>(Operation.class);
    private final Map<Operation, Map<Burnt, SequentialTest>> tests = new EnumMap<>(Operation.class);

    public Guard(GuardOptions options, GuardListener listener) {
        this(options, listener, System::nanoTime);
    }

    /** With a clock of its own, in nanoseconds. */
    public Guard(GuardOptions options, GuardListener listener, LongSupplier nanoTime) {
        this.options = Objects.requireNonNull(options, "options");
        listeners.add(Objects.requireNonNull(listener, "listener"));
        this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
        var evaluate = new GuardedOperation(Operation.EVALUATE);
        for (var operation : Operation.values()) {
            // Writes follow the path of an evaluation, and so its stage.
            steered.put(operation, operation == Operation.SEARCH ? new GuardedOperation(Operation.SEARCH) : evaluate);
            tests.put(operation, newTests());
        }
    }

    /** One more who learns of steps down; whoever is told already is told once. */
    public void alsoTell(GuardListener listener) {
        listeners.addIfAbsent(Objects.requireNonNull(listener, "listener"));
    }

    /** The routes, no further than the guard allows. */
    Routes over(Routes routes) {
        return (operation, key) -> steered(operation).cap(routes.route(operation, key));
    }

    /** The furthest stage that the operation may be at; {@link Stage#REMOTE_ONLY} unless it was stepped down. */
    public Stage ceiling(Operation operation) {
        return steered(operation).ceiling();
    }

    /** Lets the operation go as far as its flag says, and judges it anew. Writes are reset with {@link Operation#EVALUATE}. */
    public void reset(Operation operation) {
        steered(operation).reset();
        forget(operation);
        LOG.atInfo().addKeyValue("operation", operation.key()).log("discounts: the guard was reset");
    }

    @Override
    public void answered(AnsweredCall call) {
        var took = call.remoteTook();
        if (took != null && isTelling(call)) {
            judge(call.operation(), Burnt.ERRORS, call.remoteFailure() != null);
            judge(call.operation(), Burnt.LATENCY, took.compareTo(options.slowAfter()) > 0);
        }
    }

    /** What began before a step down says nothing of the stage below. */
    private boolean isTelling(AnsweredCall call) {
        var failure = call.remoteFailure();
        return (failure == null || !TELL_NOTHING.contains(failure.reason()))
                && call.route().stage().compareTo(ceiling(call.operation())) <= 0;
    }

    @Override
    public void compared(ComparedCall call) {
        if (call.comparison() instanceof Comparison.Matched) {
            judge(call.operation(), Burnt.DEFECTS, false);
        } else if (call.comparison() instanceof Comparison.Mismatched mismatched
                && mismatched.verdict() != Comparison.Verdict.UNDECIDED) {
            judge(call.operation(), Burnt.DEFECTS, mismatched.verdict() == Comparison.Verdict.DEFECT);
        }
    }

    private void judge(Operation operation, Burnt budget, boolean bad) {
        var test = Objects.requireNonNull(tests(operation).get(budget));
        var tally = test.judge(bad, nanoTime.getAsLong());
        if (tally != null) {
            var step = steered(operation).stepDown(budget, tally);
            forget(operation);
            step.ifPresent(this::tell);
        }
    }

    private void tell(StepDown step) {
        LOG.atError()
                .addKeyValue("operation", step.operation().key())
                .addKeyValue("from", step.from())
                .addKeyValue("to", step.to())
                .addKeyValue("budget", step.budget())
                .addKeyValue("calls", step.calls())
                .addKeyValue("bad", step.bad())
                .log(
                        "discounts: a budget is burnt; the operation was stepped down and stays there until the guard is reset");
        listeners.forEach(listener -> listener.steppedDown(step));
    }

    /** All that steer the same stage: what they have gathered was gathered at another. */
    private void forget(Operation operation) {
        for (var other : Operation.values()) {
            if (steered(other) == steered(operation)) {
                tests(other).values().forEach(SequentialTest::forget);
            }
        }
    }

    private Map<Burnt, SequentialTest> newTests() {
        var fresh = new EnumMap<Burnt, SequentialTest>(Burnt.class);
        for (var budget : Burnt.values()) {
            var test = new SequentialTest(options.of(budget), options.callsPerFalseStop(), options.patience());
            fresh.put(budget, test);
        }
        return fresh;
    }

    private Map<Burnt, SequentialTest> tests(Operation operation) {
        return Objects.requireNonNull(tests.get(operation));
    }

    private GuardedOperation steered(Operation operation) {
        return Objects.requireNonNull(steered.get(operation));
    }
}
