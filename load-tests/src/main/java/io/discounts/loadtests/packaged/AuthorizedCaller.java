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

    private static final int MOST_REFUSALS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String TOKEN = Tokens.with("discounts:read");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;

    AuthorizedCaller(URI service) {
        this.service = service;
    }

    /**
     * Asks until it is answered: a service that has just begun refuses what it cannot load within its callers' patience.
     *
     * @return how often it was refused before
     * @throws IOException if it does not answer, or with anything but 200 and 503
     */
    int ask(String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        for (int refused = 0; ; refused++) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return refused;
            }
            if (answer.statusCode() != 503 || refused == MOST_REFUSALS) {
                throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
            }
        }
    }
}
