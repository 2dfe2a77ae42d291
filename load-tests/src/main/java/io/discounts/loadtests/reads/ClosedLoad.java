package io.discounts.loadtests.reads;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What {@link OpenLoad} asks, in the same shares and with whole checkouts, in a closed loop: so few ask at a time that nobody is
 * turned away, so that it tells what the service can do. Safe for use by one thread.
 */
final class ClosedLoad implements Load, AutoCloseable {
    /** Of one checkout with its four requests, 24 who browse and 12 shadows: the shares of {@link Asking}. */
    private static final int ROUND = 37;

    private static final int SHADOW_EVERY = 3;

    private final Outcomes outcomes = new Outcomes();
    private final Map<Asking, List<byte[]>> requests = new EnumMap<>(Asking.class);
    private final AtomicLong turns = new AtomicLong();
    private final LightAsker asker;
    private final LightCheckout checkouts;
    private final int customers;
    private int runs;

    /**
     * @param bodies of what each asks; a checkout's are evaluations of baskets
     * @param begun tells checkouts of this load from all others
     * @param customers who ask at a time
     */
    ClosedLoad(URI server, Map<Asking, List<String>> bodies, String begun, int customers) {
        this.asker = new LightAsker(server, outcomes);
        this.checkouts = new LightCheckout(
                asker, bodies.getOrDefault(Asking.CHECKOUT, List.of()), UnaryOperator.identity(), begun);
        this.customers = customers;
        bodies.forEach((asking, texts) -> requests.put(asking, asking.requests(server, texts)));
    }

    @Override
    public Measured run(Duration time) throws InterruptedException, ExecutionException {
        var phase = new Phase("closed " + runs++, 0, Math.toIntExact(time.toSeconds()));
        var began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(customers)) {
            for (var asked : threads.invokeAll(Collections.nCopies(
                    customers, Executors.callable(() -> askUntil(began + time.toNanos(), phase))))) {
                asked.get();
            }
        }
        return measured(phase, (System.nanoTime() - began) / 1e9);
    }

    private void askUntil(long deadline, Phase phase) {
        do {
            ask(turns.getAndIncrement(), phase);
        } while (System.nanoTime() < deadline);
    }

    private void ask(long turn, Phase phase) {
        var asking = inTurn((int) (turn % ROUND));
        if (asking == Asking.CHECKOUT) {
            checkouts.visit(phase);
        } else {
            var asked = requests.getOrDefault(asking, List.of());
            asker.ask(asked.get((int) (turn % asked.size())), asking.during(phase));
        }
    }

    private static Asking inTurn(int position) {
        if (position == 0) {
            return Asking.CHECKOUT;
        }
        return position % SHADOW_EVERY == 0 ? Asking.SHADOW : Asking.BROWSE;
    }

    private Measured measured(Phase phase, double seconds) {
        var found = outcomes.statistics();
        var all = Stream.of(Asking.values())
                .map(asking -> found.of(asking.during(phase)))
                .toList();
        return new Measured(
                all.stream().mapToLong(Statistics.Requests::dealtWith).sum(),
                all.stream().mapToLong(Statistics.Requests::failed).sum(),
                seconds);
    }

    @Override
    public void close() throws IOException {
        asker.close();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d customers of %s", customers, asker.server());
    }
}
