package io.discounts.loadtests.reads;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Checkouts, people who browse and a shadow, all at once, in phases: what {@link StressSimulation} asks, for a fraction of the
 * processor time. An open model: whoever is due begins, however many wait for their answers.
 */
final class OpenLoad {
    private final Outcomes outcomes = new Outcomes();
    private final URI server;
    private final Map<Asking, List<String>> bodies;
    private final UnaryOperator<String> asked;
    private final LightAsker asker;
    private final LightCheckout checkouts;

    /**
     * @param bodies of what each asks; a checkout's are evaluations of baskets
     * @param asked a body as it is sent this time
     * @param begun tells checkouts of this load from all others
     */
    OpenLoad(URI server, Map<Asking, List<String>> bodies, UnaryOperator<String> asked, String begun) {
        this.server = server;
        this.bodies = bodies;
        this.asked = asked;
        this.asker = new LightAsker(server, outcomes);
        this.checkouts = new LightCheckout(asker, bodies.getOrDefault(Asking.CHECKOUT, List.of()), asked, begun);
    }

    /** Asks all that is due in all phases, and waits for what is answered in time. */
    Statistics run(List<Phase> phases) throws InterruptedException, IOException {
        var visits = Executors.newVirtualThreadPerTaskExecutor();
        try (var arrivals = Executors.newVirtualThreadPerTaskExecutor()) {
            var began = System.nanoTime();
            Stream.of(Asking.values()).forEach(asking -> arrivals.execute(() -> arrive(asking, phases, began, visits)));
        }
        visits.shutdown();
        visits.awaitTermination(LightAsker.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        asker.close();
        visits.close();
        return outcomes.statistics();
    }

    private void arrive(Asking asking, List<Phase> phases, long began, ExecutorService visits) {
        var begin = began;
        for (var phase : phases) {
            var rate = phase.rate() * asking.share() / asking.requestsEach();
            var visit = visit(asking, phase);
            for (long number = 0; number < rate * phase.seconds(); number++) {
                awaitNanoTime(begin + (long) (TimeUnit.SECONDS.toNanos(1) * number / rate));
                var next = number;
                visits.execute(() -> visit.accept(next));
            }
            begin += TimeUnit.SECONDS.toNanos(phase.seconds());
        }
    }

    private LongConsumer visit(Asking asking, Phase phase) {
        if (asking == Asking.CHECKOUT) {
            return number -> checkouts.visit(phase);
        }
        var all = bodies.getOrDefault(asking, List.of());
        return number -> {
            var body = asked.apply(all.get((int) (number % all.size())));
            asker.ask(asking.request(server, body), asking.during(phase));
        };
    }

    private static void awaitNanoTime(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
