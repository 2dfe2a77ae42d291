package io.discounts.loadtests.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between the service and Kinesis and can shut out what writes to streams, while what reads from them goes on: so
 * changes keep coming in for as long as none gets out. While it is shut, writers are in turns answered with a 503, kept waiting,
 * and cut off.
 */
final class KinesisDoor implements AutoCloseable {
    private static final List<String> UNTOUCHED =
            List.of("connection", "content-length", "host", "upgrade", "http2-settings");
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient kinesis =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI behind;
    private final HttpServer server;
    private final AtomicLong refused = new AtomicLong();
    private volatile CountDownLatch open = new CountDownLatch(0);

    KinesisDoor(URI behind) throws IOException {
        this.behind = behind;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void shut() {
        open = new CountDownLatch(1);
    }

    void open() {
        open.countDown();
    }

    /** How many calls have been shut out. */
    long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        open();
        server.stop(0);
        kinesis.close();
    }

    private void pass(HttpExchange call) throws IOException {
        try (call) {
            var target = String.valueOf(call.getRequestHeaders().getFirst("X-Amz-Target"));
            if (open.getCount() > 0 && target.endsWith(".PutRecords")) {
                refuse(call);
            } else {
                forward(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(HttpExchange call) throws IOException, InterruptedException {
        switch ((int) (refused.incrementAndGet() % 3)) {
            case 0 -> call.sendResponseHeaders(503, -1);
            case 1 -> awaitOpening();
            default -> {}
        }
    }

    private void awaitOpening() throws InterruptedException {
        var unused = open.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void forward(HttpExchange call) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(behind)
                .timeout(TIMEOUT)
                .method(
                        call.getRequestMethod(),
                        BodyPublishers.ofByteArray(call.getRequestBody().readAllBytes()));
        call.getRequestHeaders()
                .forEach((name, values) -> values.stream()
                        .filter(value -> !UNTOUCHED.contains(name.toLowerCase(Locale.ROOT)))
                        .forEach(value -> request.header(name, value)));
        var answer = kinesis.send(request.build(), BodyHandlers.ofByteArray());
        answer.headers().map().forEach(call.getResponseHeaders()::put);
        call.getResponseHeaders().remove("content-length");
        call.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        call.getResponseBody().write(answer.body());
    }
}
