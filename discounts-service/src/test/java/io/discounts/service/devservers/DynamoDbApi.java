package io.discounts.service.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** dynalite, for the lease table, in memory. */
final class DynamoDbApi {
    private DynamoDbApi() {}

    static ServerProcess start(DevRun run, Path nodeModules) throws IOException {
        var port = run.claimPort();
        var words = List.of(
                "node",
                "cli.js",
                "--host",
                "127.0.0.1",
                "--port",
                "" + port,
                "--createTableMs",
                "0",
                "--deleteTableMs",
                "0",
                "--updateTableMs",
                "0");
        return ServerProcess.started(
                run,
                new ServerCommand("dynamodb", words, Map.of(), nodeModules.resolve("dynalite"), "listening at"),
                port);
    }
}
