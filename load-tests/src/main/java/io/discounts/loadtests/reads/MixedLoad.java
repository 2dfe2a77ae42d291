package io.discounts.loadtests.reads;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Checkouts, people who browse and a shadow, all at once, by whichever generator a run is told to take: both ask the same.
 *
 * @param bodies of what each asks; a checkout's are evaluations of baskets
 * @param customers who ask; absent: each question is always the same customer's
 * @param gatling asks if it is to
 * @param results where the figures are left
 */
record MixedLoad(
        Generator by,
        Map<Asking, List<String>> bodies,
        Optional<Customers> customers,
        GatlingRun gatling,
        Path results) {

    /** Who asks. */
    enum Generator {
        /** Takes so little that the service's knee is reached before its own. */
        LIGHT,
        GATLING;

        static Generator named(String option) {
            return valueOf(option.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Regulars and others ({@link Visitors}).
     *
     * @param asked questions a second, by all together
     */
    record Customers(int regulars, double asked) {
        private Visitors visitors(List<String> bodies) {
            return new Visitors(Visitors.shares(bodies), asked, regulars, System::nanoTime);
        }
    }

    MixedLoad {
        bodies = Map.copyOf(bodies);
    }

    /** Tells checkouts of one load from those of all others. */
    static String begun() {
        return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    }

    /** Until all that is due in all phases has been asked, and answered in time or not. */
    Statistics run(URI server, List<Phase> phases) throws IOException, InterruptedException {
        return switch (by) {
            case LIGHT -> light(server, phases);
            case GATLING -> gatling(server, phases);
        };
    }

    private Statistics light(URI server, List<Phase> phases) throws IOException, InterruptedException {
        UnaryOperator<String> asked = customers
                .<UnaryOperator<String>>map(who -> who.visitors(bodiesOf(Asking.BROWSE))::ask)
                .orElse(UnaryOperator.identity());
        var found = new OpenLoad(server, bodies, asked, begun()).run(phases);
        found.write(results.resolve("statistics.json"));
        return found;
    }

    private Statistics gatling(URI server, List<Phase> phases) throws IOException, InterruptedException {
        var settings = new HashMap<String, String>();
        settings.put("url", server.toString());
        settings.put("phases", Phase.toText(phases));
        customers.ifPresent(who -> {
            settings.put(StressSimulation.REGULARS, Integer.toString(who.regulars()));
            settings.put(StressSimulation.ASKED, Double.toString(who.asked()));
        });
        for (var asking : Asking.values()) {
            settings.put(asking.key(), GatlingRun.bodies(results, asking.key(), bodiesOf(asking)));
        }
        return gatling.run(StressSimulation.class, settings);
    }

    private List<String> bodiesOf(Asking asking) {
        return bodies.getOrDefault(asking, List.of());
    }
}
