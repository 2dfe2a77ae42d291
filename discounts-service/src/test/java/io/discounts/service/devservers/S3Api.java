package io.discounts.service.devservers;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** s3rver with a bucket, in the run's folder. */
final class S3Api {
    private S3Api() {}

    static ServerProcess start(DevCache cache, DevRun run, int port) throws IOException {
        var nodeModules = NodePackages.S3.installed(cache, run);
        var words = List.of(
                "node",
                "--require",
                nodeModules.resolveSibling(NodePackages.S3.preload()).toString(),
                "bin/s3rver.js",
                "--directory",
                run.path("s3").toString(),
                "--address",
                "127.0.0.1",
                "--port",
                "" + port,
                "--no-vhost-buckets",
                "--silent",
                "--configure-bucket",
                LocalS3.BUCKET);
        return ServerProcess.started(
                run, new ServerCommand("s3", words, Map.of(), nodeModules.resolve("s3rver"), "S3rver listening"), port);
    }
}
