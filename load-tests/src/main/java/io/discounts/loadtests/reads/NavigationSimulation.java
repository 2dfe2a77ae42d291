package io.discounts.loadtests.reads;

import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

/** People who come to look at stores, however long others before them have to wait: an open model. */
public final class NavigationSimulation extends RecordedSimulation {
    static final String SEARCH = "search";
    private static final String WARM_UP = "warm-up";
    private static final String PATH = "/v1/discounts/search";
    private static final String BODIES = "bodies";

    public NavigationSimulation() {
        var rate = SimulationSettings.number("rate");
        var warmUp = (long) SimulationSettings.number("warm-up");
        var seconds = (long) SimulationSettings.number("seconds");
        var before = scenario(WARM_UP).exec(post(WARM_UP, PATH, BODIES, Map.of()));
        var measured = scenario(SEARCH).exec(post(SEARCH, PATH, BODIES, Map.of()));
        setUp(before.injectOpen(
                                rampUsersPerSec(1).to(rate).during(warmUp / 2),
                                constantUsersPerSec(rate).during(warmUp - warmUp / 2))
                        .andThen(measured.injectOpen(constantUsersPerSec(rate).during(seconds))))
                .protocols(protocol());
    }
}
