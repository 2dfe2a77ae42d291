package io.discounts.loadtests.bootstrap;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.LocalS3;
import io.discounts.service.devservers.RunningServers;
import software.amazon.awssdk.core.sync.RequestBody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a replay finds the event log that lies in a folder. */
enum EventLogPlace {
    FOLDER {
        @Override
        String location(Path log) {
            return log.toString();
        }
    },
    /** In the local S3, where it is put first. */
    S3 {
        @Override
        String location(Path log) throws IOException {
            DevServers.s3();
            try (var client = LocalS3.client(DevServers.running().s3Endpoint(), RunningServers.ACCESS_KEY);
                    var files = Files.walk(log)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var key = PREFIX + "/" + log.relativize(file);
                    client.putObject(object -> object.bucket(LocalS3.BUCKET).key(key), RequestBody.fromFile(file));
                }
            }
            return "s3://" + LocalS3.BUCKET + "/" + PREFIX;
        }
    };

    private static final String PREFIX = "log";

    abstract String location(Path log) throws IOException;
}
