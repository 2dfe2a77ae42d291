package io.discounts.sdk.proof;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.CallObserver;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.internal.ShadowDrop;
import io.discounts.sdk.internal.ShadowLoad;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shadow's target hangs while the host goes on at 500 calls a second. Calls at LOCAL and at SHADOW take turns every second,
 * so that both meet the same machine; what the shadow holds is looked at after each pair. {@code mvn -pl :discounts-sdk-proof -am
 * test -Dtest=HungShadowRun -Dsurefire.failIfNoSpecifiedTests=false -Dminutes=10}, ten minutes by default.
 */
class HungShadowRun {
    private static final System.Logger LOG = System.getLogger(HungShadowRun.class.getName());
    private static final int PER_SECOND = 500;
    private static final int QUEUE = 128;
    private static final int THREADS = 4 + 1;
    private static final int WARM_UP_SECONDS = 10;
    private static final SearchRequest SEARCH = SearchRequest.of("ES", List.of("s-1"));

    private final Load load = new Load();
    private final List<Long> heapAfter = new ArrayList<>();
    private int deepestQueue;
    private long mostThreads;

    @Test
    void theCallerDoesNotNoticeThatTheShadowHangs() {
        var seconds = (int) (60 * Double.parseDouble(System.getProperty("minutes", "10")));
        try (var service = FakeDiscountsService.start();
                var local = client(service, Stage.LOCAL);
                var shadowed = client(service, Stage.SHADOW)) {
            service.plays(Behaviours.silence());
            run(local, new long[WARM_UP_SECONDS * PER_SECOND]);
            run(shadowed, new long[WARM_UP_SECONDS * PER_SECOND]);
            var alone = new long[seconds / 2 * PER_SECOND];
            var behind = new long[seconds / 2 * PER_SECOND];
            for (var second = 0; second < seconds / 2; second++) {
                run(local, alone, second);
                run(shadowed, behind, second);
                look(second);
            }
            tell(alone, behind);
        }
    }

    private void tell(long[] alone, long[] behind) {
        Arrays.sort(alone);
        Arrays.sort(behind);
        var more = percentile(behind, 0.99) - percentile(alone, 0.99);
        LOG.log(
                System.Logger.Level.INFO,
                "calls %d each; local only p50 %d p99 %d ns; shadow hung p50 %d p99 %d ns; p99 %+d ns; dropped %s, incomparable %s;"
                                .formatted(
                                        alone.length,
                                        percentile(alone, 0.5),
                                        percentile(alone, 0.99),
                                        percentile(behind, 0.5),
                                        percentile(behind, 0.99),
                                        more,
                                        load.dropped,
                                        load.compared)
                        + " queue at most %d, threads at most %d; heap after collection, MB: %s"
                                .formatted(deepestQueue, mostThreads, heapAfter));
        assertThat(more).as("the caller's p99, in ns").isLessThan(100_000);
        assertThat(deepestQueue).isLessThanOrEqualTo(QUEUE);
        assertThat(mostThreads).isLessThanOrEqualTo(THREADS);
        assertThat(heapAfter.get(heapAfter.size() - 1)).isLessThanOrEqualTo(heapAfter.get(0) + 16);
    }

    private void look(int second) {
        var now = load.now;
        deepestQueue = Math.max(deepestQueue, now == null ? 0 : now.queued());
        mostThreads = Math.max(mostThreads, threads());
        if (second % 15 == 0) {
            System.gc();
            heapAfter.add(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
        }
    }

    private static void run(DiscountsClient client, long[] took) {
        for (var second = 0; second < took.length / PER_SECOND; second++) {
            run(client, took, second);
        }
    }

    /** At fixed moments: a call that is late does not put off the next. */
    private static void run(DiscountsClient client, long[] took, int second) {
        var began = System.nanoTime();
        for (var call = 0; call < PER_SECOND; call++) {
            var due = began + call * 1_000_000_000L / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var asked = System.nanoTime();
            client.search(SEARCH);
            took[second * PER_SECOND + call] = System.nanoTime() - asked;
        }
    }

    private DiscountsClient client(FakeDiscountsService service, Stage stage) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(new EmptySearch())
                .routes((operation, key) -> new Route(stage, Reason.STAGE))
                .observer(stage == Stage.SHADOW ? load : new Load())
                .build();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("discounts-shadow")
                        || thread.getName().startsWith("discounts-recheck"))
                .count();
    }

    private static long percentile(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }

    private static final class Load implements CallObserver {
        private final LongAdder dropped = new LongAdder();
        private final LongAdder compared = new LongAdder();
        private volatile @Nullable ShadowLoad now;

        @Override
        public void answered(AnsweredCall call) {}

        @Override
        public void compared(ComparedCall call) {
            compared.increment();
        }

        @Override
        public void shadowDropped(Operation operation, ShadowDrop why) {
            dropped.increment();
        }

        @Override
        public void shadowed(ShadowLoad load) {
            now = load;
        }
    }
}
