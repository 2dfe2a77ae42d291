package io.discounts.loadtests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plain requests to the service. Safe for use by any thread. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Http() {}

    /**
     * Sends a GET and returns the answer's body.
     *
     * @throws IOException if it does not answer, or not with 200
     */
    public static String get(URI uri) throws IOException {
        return body(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build());
    }

    /**
     * Sends a POST and returns the answer's body.
     *
     * @throws IOException if it does not answer, or not with 200
     */
    public static String post(URI uri, String json) throws IOException {
        return body(HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private static String body(HttpRequest request) throws IOException {
        try {
            var answer = CLIENT.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "%s answered %d: %s".formatted(request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
