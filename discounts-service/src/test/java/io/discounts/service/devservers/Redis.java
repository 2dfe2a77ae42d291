package io.discounts.service.devservers;

import redis.embedded.core.ExecutableProvider;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Redis, from the binary that embedded-redis carries. It keeps nothing on disk. */
final class Redis {
    private static final String VERSION = "1.4.4";

    private Redis() {}

    static ServerProcess start(DevCache cache, DevRun run) throws IOException {
        var installed = cache.installed(
                "redis",
                VERSION,
                folder -> ExecutableProvider.newJarResourceProvider(folder.toFile())
                        .get());
        var binary =
                ExecutableProvider.newJarResourceProvider(installed.toFile()).get();
        var folder = Files.createDirectory(run.path("redis"));
        var port = run.claimPort();
        var words = List.of(
                binary.getPath(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
        return ServerProcess.started(
                run, new ServerCommand("redis", words, Map.of(), folder, "Ready to accept connections"), port);
    }
}
