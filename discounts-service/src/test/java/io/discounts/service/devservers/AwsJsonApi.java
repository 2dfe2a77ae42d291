package io.discounts.service.devservers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * An AWS service's JSON protocol spoken by hand: a POST that names its operation in a header. The local servers want to
 * see a signature, but do not check it.
 *
 * @param target the service's name in {@code X-Amz-Target}
 * @param jsonVersion of the protocol, which each service knows one of
 */
record AwsJsonApi(HttpClient http, URI endpoint, String target, String jsonVersion) {
    static final String AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=local/20260101/" + RunningServers.REGION
            + "/local/aws4_request, SignedHeaders=host, Signature=local";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    static AwsJsonApi kinesis(HttpClient http, URI endpoint) {
        return new AwsJsonApi(http, endpoint, "Kinesis_20131202", "1.1");
    }

    static AwsJsonApi dynamoDb(HttpClient http, URI endpoint) {
        return new AwsJsonApi(http, endpoint, "DynamoDB_20120810", "1.0");
    }

    /** The answer as it came, whatever its status. */
    HttpResponse<String> call(String operation, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint)
                // An offer to upgrade to HTTP/2 would never be answered.
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-amz-json-" + jsonVersion)
                .header("X-Amz-Target", target + "." + operation)
                .header("X-Amz-Date", "20260101T000000Z")
                .header("Authorization", AUTHORIZATION)
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
