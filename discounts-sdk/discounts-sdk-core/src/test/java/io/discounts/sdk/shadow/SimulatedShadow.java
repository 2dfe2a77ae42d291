package io.discounts.sdk.shadow;

import io.discounts.sdk.BackendCall;
import io.discounts.sdk.Deadline;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Priority;
import io.discounts.sdk.internal.MirroredCall;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.rollout.RouteKey;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The shadow in simulated time, on the test's thread. */
final class SimulatedShadow implements Mirroring {
    final SimulatedTime time = new SimulatedTime();
    final Heard heard = new Heard();
    private final LagOptions lag;
    private final Asker asker = new Asker(Duration.ofSeconds(20), time.ticking(), () -> {});
    private final Comparer comparer = new Comparer(ComparisonOptions.DEFAULTS, new CustomerIds("salt"));
    private final Results results = new ObservedResults(heard);
    private final Rechecks rechecks;

    SimulatedShadow(LagOptions lag, long seed) {
        this.lag = lag;
        this.rechecks = new Rechecks(lag, asker, comparer, time.ticking(), new Random(seed)::nextDouble, time, results);
    }

    /** Asks the local search now and mirrors the call. */
    <A> void call(Question<A> question, Object request, DiscountsBackend local, DiscountsBackend service) {
        var deadline = Deadline.after(Duration.ofSeconds(20), time.ticking().nanoTime());
        var answer = question.ask(local, new BackendCall(Priority.BROWSE, deadline));
        var key = new RouteKey("ES", null, null, null);
        new MirrorTask<>(
                        this,
                        new MirroredCall<>(
                                Operation.SEARCH,
                                key,
                                request,
                                Path.LOCAL,
                                answer,
                                Duration.ZERO,
                                time.instant(),
                                local,
                                service))
                .run();
    }

    int waiting() {
        return rechecks.waiting();
    }

    List<RouteKey> waiting(Operation operation) {
        return rechecks.waiting(operation);
    }

    @Override
    public Asker asker() {
        return asker;
    }

    @Override
    public Comparer comparer() {
        return comparer;
    }

    @Override
    public Rechecks rechecks() {
        return rechecks;
    }

    @Override
    public Results results() {
        return results;
    }

    @Override
    public int confirmations() {
        return lag.confirmations();
    }

    @Override
    public boolean isNoiseSample() {
        return false;
    }

    @Override
    public long now() {
        return time.ticking().now();
    }

    @Override
    public boolean isTooOld(long since) {
        return false;
    }

    @Override
    public void tooOld(MirroredCall<?> call) {
        heard.drops.add(ShadowDrop.TOO_OLD);
    }
}
