package io.discounts.sdk.shadow;

import io.discounts.sdk.Operation;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.Mirror;
import io.discounts.sdk.internal.MirroredCall;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.internal.Ticking;
import io.discounts.sdk.rollout.RouteKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;

/**
 * Asks the other side of a call behind the caller, on threads of its own, and finds out what the differences are. The caller
 * pays for an entry in a queue; whatever goes wrong behind it, {@link Error}s included, ends in a comparison that could not be
 * made. When the JVM runs out of memory the shadow lets go of all that waits. Safe for use by many threads.
 */
public final class Shadow implements Mirror, ShadowLoad {
    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);

    private final ShadowOptions options;
    private final Ticking time;
    private final DoubleSupplier random;
    private final CallObserver observer;
    private final ShadowThreads threads;
    private final Parts parts;
    private final AtomicBoolean hasFailed = new AtomicBoolean();

    /**
     * Without a thread until the first call.
     *
     * @param random 0 to 1, exclusive
     * @param observer must not throw
     */
    public Shadow(ShadowOptions options, Ticking time, DoubleSupplier random, CallObserver observer) {
        this.options = options;
        this.time = time;
        this.random = random;
        this.observer = observer;
        this.threads = new ShadowThreads(options.threads(), options.queue(), this::rejected);
        this.parts = new Parts();
    }

    @Override
    public void mirror(MirroredCall<?> call) {
        try {
            if (options.share() >= 1 || random.getAsDouble() < options.share()) {
                threads.execute(new Safely(new MirrorTask<>(parts, call)));
            }
        } catch (Throwable unforeseen) {
            failed(unforeseen);
        }
    }

    @Override
    public int queued() {
        return threads.queued();
    }

    @Override
    public int suspects() {
        return parts.rechecks.waiting();
    }

    @Override
    public List<RouteKey> suspects(Operation operation) {
        return parts.rechecks.waiting(operation);
    }

    @Override
    public void close() {
        // First, for a call that ends by the interrupt would never hear why; and again, for those that began meanwhile.
        parts.asker.cancel();
        threads.close();
        parts.asker.cancel();
    }

    private void rejected(Runnable task, ThreadPoolExecutor pool) {
        drop(task, pool.isShutdown() ? ShadowDrop.CLOSED : ShadowDrop.QUEUE_FULL);
    }

    private void drop(Runnable task, ShadowDrop why) {
        if (task instanceof Safely safely) {
            observer.shadowDropped(safely.task.call().operation(), why);
        }
    }

    private void letGo() {
        threads.drain().forEach(task -> drop(task, ShadowDrop.OUT_OF_MEMORY));
        parts.rechecks.forget();
    }

    private void failed(Throwable unforeseen) {
        if (unforeseen instanceof OutOfMemoryError) {
            letGo();
        }
        if (!hasFailed.getAndSet(true)) {
            LOG.warn("discounts: a call could not be mirrored; further failures are not logged", unforeseen);
        }
    }

    /** A task that leaves its thread alive. */
    private final class Safely implements Runnable {
        private final MirrorTask<?> task;

        Safely(MirrorTask<?> task) {
            this.task = task;
        }

        @Override
        public void run() {
            try {
                task.run();
            } catch (Throwable unforeseen) {
                failed(unforeseen);
            }
        }
    }

    private final class Parts implements Mirroring {
        private final Asker asker = new Asker(options.deadline(), time, Shadow.this::letGo);
        private final CustomerIds customers = new CustomerIds(options.salt());
        private final Comparer comparer = new Comparer(options.comparison(), customers);
        private final Results results = results(options.cases());
        private final Rechecks rechecks = new Rechecks(options.lag(), asker, comparer, time, random, threads, results);

        private Results results(@Nullable CaseOptions cases) {
            var told = new ObservedResults(observer);
            return cases == null ? told : new CaseRecorder(told, cases, customers, time.wall());
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
            return options.lag().confirmations();
        }

        @Override
        public boolean isNoiseSample() {
            return random.getAsDouble() < options.noiseShare();
        }

        @Override
        public long now() {
            return time.now();
        }

        @Override
        public boolean isTooOld(long since) {
            return time.since(since).compareTo(options.longestWait()) > 0;
        }

        @Override
        public void tooOld(MirroredCall<?> call) {
            observer.shadowDropped(call.operation(), ShadowDrop.TOO_OLD);
        }
    }
}
