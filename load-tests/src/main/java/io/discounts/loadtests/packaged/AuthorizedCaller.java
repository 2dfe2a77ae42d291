package io.discounts.loadtests.packaged;

import io.discounts.fixtures.edge.Tokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A caller with a token, of a service that asks for one as in production. */
final class AuthorizedCaller {
    /** Settings of the service that make it trust the token. */
    static final Map<String, String> TRUST = Map.of(
            "discounts.security.mode",
            "jwt",
            "spring.security.oauth2.resourceserver.jwt.public-key-location",
            Tokens.publicKeyLocation());

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String TOKEN = Tokens.with("discounts:read");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;

    AuthorizedCaller(URI service) {
        this.service = service;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws IOException if it does not answer, or not with 200
     */
    void ask(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
    }
}
