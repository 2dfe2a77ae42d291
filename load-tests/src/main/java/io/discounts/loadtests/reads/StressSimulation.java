package io.discounts.loadtests.reads;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** Checkouts, people who browse and a shadow, all at once, in phases of more and more of them: an open model. */
public final class StressSimulation extends RecordedSimulation {
    /** A setting: how many regular customers there are. Without it each question is always the same customer's. */
    static final String REGULARS = "regulars";

    /** Who asks so many questions a second. */
    static final String ASKED = "asked";

    private final UnaryOperator<String> asking = SimulationSettings.has(REGULARS) ? visitors()::ask : body -> body;
    private final CheckoutScenario checkouts = new CheckoutScenario(
            recording(),
            SimulationSettings.lines(Asking.CHECKOUT.key()),
            body -> CheckoutVisit.of(asking.apply(body)),
            Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));

    private static Visitors visitors() {
        return new Visitors(
                Visitors.shares(SimulationSettings.lines(Asking.BROWSE.key())),
                SimulationSettings.number(ASKED),
                (long) SimulationSettings.number(REGULARS),
                System::nanoTime);
    }

    @Override
    String asked(String body) {
        return asking.apply(body);
    }

    public StressSimulation() {
        var phases = Phase.parse(SimulationSettings.text("phases"));
        var populations = Stream.of(Asking.values())
                .flatMap(asking -> populations(asking, phases).stream())
                .toList();
        setUp(populations).protocols(protocol());
    }

    private List<PopulationBuilder> populations(Asking asking, List<Phase> phases) {
        var populations = new ArrayList<PopulationBuilder>();
        var before = 0L;
        for (var phase : phases) {
            var people = phase.rate() * asking.share() / asking.requestsEach();
            List<OpenInjectionStep> steps =
                    List.of(nothingFor(before), constantUsersPerSec(people).during(phase.seconds()));
            populations.add(scenario(asking.during(phase))
                    .exec(requests(asking, phase))
                    .injectOpen(before == 0 ? steps.subList(1, 2) : steps));
            before += phase.seconds();
        }
        return populations;
    }

    private ChainBuilder requests(Asking asking, Phase phase) {
        return asking == Asking.CHECKOUT
                ? checkouts.during(phase)
                : post(asking.during(phase), asking.path(), asking.key(), Map.of(Asking.PRIORITY, asking.key()));
    }
}
