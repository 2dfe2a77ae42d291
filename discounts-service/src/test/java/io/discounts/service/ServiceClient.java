package io.discounts.service;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the service over HTTP, as the monolith would. */
public final class ServiceClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private volatile URI service = URI.create("http://127.0.0.1");
    private volatile URI management = URI.create("http://127.0.0.1");

    @EventListener
    void serverStarted(WebServerInitializedEvent started) {
        var uri = URI.create("http://127.0.0.1:" + started.getWebServer().getPort());
        if ("management".equals(started.getApplicationContext().getServerNamespace())) {
            management = uri;
        } else {
            service = uri;
        }
    }

    /** Searches and expects an answer. */
    public JsonNode search(String region, String... storeIds) {
        var answer = post("/v1/discounts/search", searchBody(region, storeIds));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /** The ids that a search lists for one store. */
    public List<String> discountIds(String region, String storeId) {
        return search(region, storeId)
                .at("/stores/0/discountIds")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    public static String searchBody(String region, String... storeIds) {
        var stores = Stream.of(storeIds).collect(Collectors.joining("\",\"", "[\"", "\"]"));
        return "{\"region\":\"" + region + "\",\"storeIds\":" + stores + "}";
    }

    public HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> post(String path, String body, String header, String value) {
        return send(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(service.resolve(path)).build());
    }

    public HttpResponse<String> getManagement(String path) {
        return send(HttpRequest.newBuilder(management.resolve(path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
