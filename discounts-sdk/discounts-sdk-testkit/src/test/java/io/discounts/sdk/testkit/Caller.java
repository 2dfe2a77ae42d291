package io.discounts.sdk.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the JDK, which shares no code with the service it asks. */
record Caller(HttpClient client, URI uri) {
    static final String SEARCH = "/v1/discounts/search";
    static final String EVALUATE = "/v1/discounts/evaluate";
    static final String REDEMPTIONS = "/v1/redemptions";
    static final Duration ENOUGH = Duration.ofSeconds(30);
    static final Duration IMPATIENT = Duration.ofMillis(300);

    static Caller of(FakeDiscountsService service) {
        return new Caller(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), service.uri());
    }

    HttpResponse<String> search(String... stores) throws IOException, InterruptedException {
        return search(ENOUGH, stores);
    }

    HttpResponse<String> search(Duration timeout, String... stores) throws IOException, InterruptedException {
        var body = "{\"region\":\"ES\",\"storeIds\":[\"" + String.join("\",\"", stores) + "\"]}";
        return send(request(SEARCH).timeout(timeout).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> write(String key, String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri.resolve(path)).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
