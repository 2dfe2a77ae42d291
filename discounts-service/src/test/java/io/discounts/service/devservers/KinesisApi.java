package io.discounts.service.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** kinesis-local with the service's streams, in memory. */
final class KinesisApi {
    private static final int SHARDS = 2;
    private static final int YOUNG_SPACE_MEBIBYTES = 64;

    private KinesisApi() {}

    static ServerProcess start(DevRun run, Path nodeModules) throws IOException {
        var port = run.claimPort();
        var words = List.of(
                "node",
                // Answers of a thousand records outlive the young space that Node grants: it then spends most of
                // its time moving them about.
                "--max-semi-space-size=" + YOUNG_SPACE_MEBIBYTES,
                "--require",
                nodeModules
                        .resolveSibling(NodePackages.KINESIS_AND_LEASES.preload())
                        .toString(),
                "main.js");
        // It finds its certificate only when it runs in its own folder.
        var folder = nodeModules.resolve("kinesis-local");
        return ServerProcess.started(
                run, new ServerCommand("kinesis", words, settings(port, run.claimPort()), folder, ""), port);
    }

    private static Map<String, String> settings(int port, int unusedTlsPort) {
        var durations = Stream.of("CREATE_STREAM", "DELETE_STREAM", "MERGE_SHARDS", "SPLIT_SHARD", "UPDATE_SHARD_COUNT")
                .collect(Collectors.toMap(name -> name + "_DURATION", name -> "5ms"));
        durations.put("KINESIS_MOCK_PLAIN_PORT", "" + port);
        durations.put("KINESIS_MOCK_TLS_PORT", "" + unusedTlsPort);
        durations.put("INITIALIZE_STREAMS", streams());
        return durations;
    }

    private static String streams() {
        return Streams.ALL.stream()
                .map(name -> "%s:%d:%s".formatted(name, SHARDS, RunningServers.REGION))
                .collect(Collectors.joining(","));
    }
}
