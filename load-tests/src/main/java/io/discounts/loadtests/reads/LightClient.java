package io.discounts.loadtests.reads;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * As little of a load generator as there can be, so that ratios tell of the server: blocking sockets that are kept alive, a
 * thread for each, requests that are rendered before, answers of which the length alone is read. A closed loop: each
 * connection asks as soon as it has been answered.
 *
 * @param requests asked in turn, by each connection from another one on
 */
record LightClient(URI server, List<byte[]> requests, int connections) implements Load {
    /** A POST of JSON, whole. */
    static byte[] post(URI uri, String json, Map<String, String> headers) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n"
                .formatted(uri.getRawPath(), uri.getAuthority()));
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var bytes = head.toString().getBytes(StandardCharsets.US_ASCII);
        var whole = new byte[bytes.length + body.length];
        System.arraycopy(bytes, 0, whole, 0, bytes.length);
        System.arraycopy(body, 0, whole, bytes.length, body.length);
        return whole;
    }

    @Override
    public Measured run(Duration time) throws InterruptedException, ExecutionException {
        var deadline = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var loops = IntStream.range(0, connections)
                    .mapToObj(
                            number -> (Callable<Measured>) () -> loop(number * requests.size() / connections, deadline))
                    .toList();
            var sum = Measured.NOTHING;
            for (var loop : threads.invokeAll(loops)) {
                sum = sum.beside(loop.get());
            }
            return sum;
        }
    }

    private Measured loop(int first, long deadline) throws IOException {
        var began = System.nanoTime();
        var next = first;
        long answered = 0;
        long refused = 0;
        do {
            try (var connection = new LightConnection(server)) {
                do {
                    if (connection.ask(requests.get(next)) == 200) {
                        answered++;
                    } else {
                        refused++;
                    }
                    next = next + 1 == requests.size() ? 0 : next + 1;
                } while (!connection.isClosed() && System.nanoTime() < deadline);
            }
        } while (System.nanoTime() < deadline);
        return new Measured(answered, refused, (System.nanoTime() - began) / 1e9);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d connections to %s", connections, server);
    }
}
