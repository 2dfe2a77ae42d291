package io.discounts.service.replay;

import io.discounts.service.devservers.DevServers;
import io.discounts.service.devservers.LocalS3;
import io.discounts.service.devservers.RunningServers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;

/** Puts event logs into the local S3, below a prefix. */
record S3Shelf(String prefix) {
    /** A client of the running server. */
    static S3Client client() {
        DevServers.s3();
        return client(DevServers.running().s3Endpoint());
    }

    static S3Client client(URI endpoint) {
        return LocalS3.client(endpoint, RunningServers.ACCESS_KEY);
    }

    LogLocation.S3Prefix location() {
        return (LogLocation.S3Prefix) LogLocation.parse("s3://" + LocalS3.BUCKET + "/" + prefix);
    }

    ReplayOrder order() {
        return new ReplayOrder(null, location().toString(), ReplayStage.FROM, ReplayStage.UNTIL, false);
    }

    S3Shelf with(LogFolder folder) {
        try (var client = client();
                var files = Files.walk(folder.path())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = folder.path().relativize(file).toString();
                client.putObject(
                        object -> object.bucket(LocalS3.BUCKET).key(location().key(name)), RequestBody.fromFile(file));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
