package io.discounts.service.devservers;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import java.net.URI;

/** The SDK's client as the local server needs it: buckets in the path, bodies as they are. */
public final class LocalS3 {
    /** The one bucket that there is. */
    public static final String BUCKET = "event-log";

    private LocalS3() {}

    /** Who has another key than {@code local} may do nothing. */
    public static S3Client client(URI endpoint, String accessKey) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.of(RunningServers.REGION))
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, RunningServers.SECRET)))
                .build();
    }
}
