package io.discounts.service.devservers;

import redis.embedded.core.ExecutableProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** Redis, from the binary that embedded-redis carries. It keeps nothing on disk. */
final class Redis {
    private static final String VERSION = "1.4.4";
    private static final String BINARY = "redis-server";

    private Redis() {}

    static ServerProcess start(DevCache cache, DevRun run) throws IOException {
        var installed = cache.installed("redis-server", VERSION, to -> unpack(run.path("redis-unpacked"), to));
        var folder = Files.createDirectory(run.path("redis"));
        var port = run.claimPort();
        var words = List.of(
                installed.resolve(BINARY).toString(),
                "--port",
                "" + port,
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no");
        return ServerProcess.started(
                run, new ServerCommand("redis", words, Map.of(), folder, "Ready to accept connections"), port);
    }

    /** The library deletes what it unpacks when this JVM ends; the cache keeps a copy. */
    private static void unpack(Path here, Path to) throws IOException {
        var unpacked = ExecutableProvider.newJarResourceProvider(
                        Files.createDirectory(here).toFile())
                .get();
        Files.copy(unpacked.toPath(), to.resolve(BINARY), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
