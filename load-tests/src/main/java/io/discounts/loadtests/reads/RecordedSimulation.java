package io.discounts.loadtests.reads;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.nio.file.Path;
import java.util.Map;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/** A simulation that leaves its statistics where the run that started it looks for them. */
abstract class RecordedSimulation extends Simulation {
    private static final String MILLIS = "millis";

    private final Outcomes outcomes = new Outcomes();

    @Override
    public void after() {
        outcomes.statistics().write(Path.of(SimulationSettings.text(SimulationSettings.STATISTICS)));
    }

    /**
     * Posts one body after the other, and wants 200.
     *
     * @param name in the statistics
     * @param bodies the setting that names their file
     */
    ChainBuilder post(String name, String path, String bodies, Map<String, String> headers) {
        return exec(feedOf(bodies))
                .exec(http(name)
                        .post(path)
                        .headers(headers)
                        .body(StringBody("#{body}"))
                        .check(responseTimeInMillis().saveAs(MILLIS), status().is(200)))
                .exec(session -> recorded(session, name));
    }

    /** Connections are shared and kept, as a monolith's pool has them. */
    static HttpProtocolBuilder protocol() {
        return http.baseUrl(SimulationSettings.text("url"))
                .shareConnections()
                .disableWarmUp()
                .disableCaching()
                .contentTypeHeader("application/json")
                .acceptHeader("application/json");
    }

    private static ChainBuilder feedOf(String bodies) {
        return feed(listFeeder(SimulationSettings.bodies(bodies)).circular());
    }

    private Session recorded(Session session, String name) {
        if (session.isFailed()) {
            outcomes.failed(name);
        } else {
            outcomes.answered(name, session.getInt(MILLIS));
        }
        return session;
    }
}
