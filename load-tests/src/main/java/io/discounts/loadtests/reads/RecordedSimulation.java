package io.discounts.loadtests.reads;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.http.HttpDsl.http;

/** A simulation that leaves its statistics where the run that started it looks for them. */
abstract class RecordedSimulation extends Simulation {
    private final Outcomes outcomes = new Outcomes();
    private final Recording recording = new Recording(outcomes);

    @Override
    public void after() {
        outcomes.statistics().write(Path.of(SimulationSettings.text(SimulationSettings.STATISTICS)));
    }

    /**
     * Posts one body after the other.
     *
     * @param name in the statistics
     * @param bodies the setting that names their file
     */
    ChainBuilder post(String name, String path, String bodies, Map<String, String> headers) {
        var request = http(name)
                .post(path)
                .headers(headers)
                .body(StringBody(session -> asked(Objects.requireNonNull(session.getString(SimulationSettings.BODY)))));
        return exec(feed(listFeeder(SimulationSettings.bodies(bodies)).circular()))
                .exec(recording.sent(request, name));
    }

    /** A body as it is sent. */
    String asked(String body) {
        return body;
    }

    Recording recording() {
        return recording;
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
}
