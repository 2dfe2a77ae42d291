package io.discounts.loadtests.reads;

import io.discounts.fixtures.edge.Tokens;
import io.discounts.loadtests.data.Dataset;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;
import io.discounts.loadtests.harness.ServiceBuild;
import io.discounts.loadtests.harness.ServiceProcess;
import io.discounts.service.devservers.Database;
import io.discounts.service.devservers.ServerProcess;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The services of a run about warm reads, each started when it is asked for first. For one thread. */
final class WarmServices {
    /** More places than connections, and time to fill caches: measured is how fast reads are, not who is turned away. */
    private static final Map<String, String> NOBODY_SHED = Map.of(
            "discounts.load.reads.least", "100",
            "discounts.load.backlog", "1m",
            "discounts.catalog.load-timeout", "5s");

    private final String run;
    private final int connections;
    private final ServiceBuild build;
    private final Dataset data;
    private final Database database;
    private final Map<String, ServiceProcess> started = new HashMap<>();

    /** @param run begins the services' names, for people */
    WarmServices(String run, Options options, Dataset data, Report report) throws Exception {
        this.run = run;
        this.connections = options.number("connections", 32);
        this.build = ReadOptions.build(options);
        this.data = data;
        this.database = ReadService.filled("large", data, options.number("pool", 1), report);
    }

    /** Asks for no token. */
    ServiceProcess open() throws IOException {
        return service("open", database, data, NOBODY_SHED);
    }

    /** Asks for a token of {@link Tokens}. */
    ServiceProcess secured() throws IOException {
        var settings = new HashMap<>(NOBODY_SHED);
        settings.put("discounts.security.mode", "jwt");
        settings.put("spring.security.oauth2.resourceserver.jwt.public-key-location", Tokens.publicKeyLocation());
        return service("jwt", database, data, settings);
    }

    /** Has an excerpt of the data, and asks for no token. */
    ServiceProcess with(Excerpt excerpt) throws IOException {
        return service("excerpt", excerpt.catalog(), data, NOBODY_SHED);
    }

    /** What it takes to answer some of the questions, of about so many discounts. */
    Excerpt excerpt(List<String> questions, int discounts) throws SQLException {
        return Excerpt.of(database, questions, discounts);
    }

    Contender asking(ServiceProcess service, String path, List<String> bodies) {
        return asking(service, path, bodies, Map.of());
    }

    Contender asking(ServiceProcess service, String path, List<String> bodies, Map<String, String> headers) {
        return contender(service.process(), service.url().resolve(path), bodies, headers);
    }

    Contender contender(ServerProcess server, URI url, List<String> bodies, Map<String, String> headers) {
        var requests = bodies.stream()
                .map(body -> LightClient.post(url, body, headers))
                .toList();
        return new Contender(new LightClient(url, requests, connections), server);
    }

    private ServiceProcess service(String name, Database held, Dataset of, Map<String, String> settings)
            throws IOException {
        var known = started.get(name);
        if (known == null) {
            known = ReadService.start(run + "-" + name, held, of, settings, build);
            started.put(name, known);
        }
        return known;
    }
}
