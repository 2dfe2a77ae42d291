package io.discounts.loadtests.harness;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.ServerCommand;
import io.discounts.service.devservers.ServerProcess;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The service as it ships, in a process of its own on the development servers. */
public final class ServiceProcess {
    private static final int PREFERRED_PORT = 18_080;
    private static final JsonMapper JSON = new JsonMapper();

    private final ServerProcess process;
    private final URI management;

    private ServiceProcess(ServerProcess process, URI management) {
        this.process = process;
        this.management = management;
    }

    /**
     * Starts one and waits until it takes requests, which says nothing of its shards.
     *
     * @param name for people; different for each of the processes of a run
     * @param settings of the service, beside or in place of where the servers are
     */
    public static ServiceProcess start(String name, Map<String, String> settings) throws IOException {
        return start(name, settings, ServiceBuild.takenApart());
    }

    /** The same, of another build. */
    public static ServiceProcess start(String name, Map<String, String> settings, ServiceBuild build)
            throws IOException {
        var port = DevServers.claimPort(PREFERRED_PORT);
        var managementPort = DevServers.claimPort(PREFERRED_PORT + 1);
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Duser.timezone=UTC",
                "-XX:+UseCompactObjectHeaders",
                "-Daws.accessKeyId=local",
                "-Daws.secretAccessKey=local"));
        words.addAll(build.jvmFlags());
        words.addAll(List.of(
                "-jar",
                build.jar().toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + managementPort,
                "--management.endpoints.web.exposure.include=health,prometheus"));
        var all = new TreeMap<>(DevServers.running().properties());
        all.put("discounts.security.mode", "open");
        all.putAll(settings);
        all.forEach((key, value) -> words.add("--%s=%s".formatted(key, value)));
        var command = new ServerCommand(name, words, Map.of(), Path.of("").toAbsolutePath(), "");
        return new ServiceProcess(DevServers.start(command, port), URI.create("http://127.0.0.1:" + managementPort));
    }

    public ServerProcess process() {
        return process;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + process.port());
    }

    /** What an orchestrator asks before it sends requests. */
    public boolean isReady() {
        try {
            return Http.get(url().resolve("/readyz")).contains("UP");
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * How many shards it reads.
     *
     * @throws IOException if it does not answer
     */
    public int heldShards() throws IOException {
        var answer = JSON.readTree(Http.get(url().resolve("/ops/ingestion?limit=200")));
        var held = 0;
        for (var shard : answer.get("items")) {
            held += shard.path("lagSeconds").isNumber() ? 1 : 0;
        }
        return held;
    }

    /** Its counters since it was started last. */
    public Metrics metrics() throws IOException {
        return Metrics.parse(Http.get(management.resolve("/actuator/prometheus")));
    }
}
