package io.discounts.loadtests.reads;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
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
record LightClient(URI server, List<byte[]> requests, int connections) {
    private static final int MOST_HEADER_BYTES = 8192;
    private static final int BUFFER = 1 << 16;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);

    /**
     * What came of it.
     *
     * @param refused answers other than 200
     */
    record Measured(long answered, long refused, double seconds) {
        double rate() {
            return answered / seconds;
        }

        private Measured plus(Measured other) {
            return new Measured(answered + other.answered, refused + other.refused, Math.max(seconds, other.seconds));
        }
    }

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

    /**
     * Asks for so long, and once on each connection at least.
     *
     * @throws ExecutionException if a connection broke
     */
    Measured run(Duration time) throws InterruptedException, ExecutionException {
        var deadline = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var loops = IntStream.range(0, connections)
                    .mapToObj(
                            number -> (Callable<Measured>) () -> loop(number * requests.size() / connections, deadline))
                    .toList();
            var sum = new Measured(0, 0, 0);
            for (var loop : threads.invokeAll(loops)) {
                sum = sum.plus(loop.get());
            }
            return sum;
        }
    }

    private Measured loop(int first, long deadline) throws IOException {
        var began = System.nanoTime();
        var next = first;
        long answered = 0;
        long refused = 0;
        try (var socket = new Socket()) {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            var out = socket.getOutputStream();
            var in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            var head = new byte[MOST_HEADER_BYTES];
            do {
                out.write(requests.get(next));
                next = next + 1 == requests.size() ? 0 : next + 1;
                if (skipAnswer(in, head) == 200) {
                    answered++;
                } else {
                    refused++;
                }
            } while (System.nanoTime() < deadline);
        }
        return new Measured(answered, refused, (System.nanoTime() - began) / 1e9);
    }

    /** Reads an answer to its end and returns its status. */
    private static int skipAnswer(InputStream in, byte[] head) throws IOException {
        var status = 0;
        var length = -1L;
        for (var line = line(in, head); line > 0; line = line(in, head)) {
            if (status == 0) {
                status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
            } else if (begins(head, line, LENGTH)) {
                length = Long.parseLong(
                        new String(head, LENGTH.length, line - LENGTH.length, StandardCharsets.US_ASCII).trim());
            } else if (begins(head, line, CHUNKED)) {
                return skipChunks(in, head, status);
            }
        }
        if (length < 0) {
            throw new IOException("an answer of unknown length");
        }
        in.skipNBytes(length);
        return status;
    }

    private static int skipChunks(InputStream in, byte[] head, int status) throws IOException {
        while (line(in, head) > 0) {
            // The rest of the head.
        }
        for (var size = chunk(in, head); ; size = chunk(in, head)) {
            in.skipNBytes(size);
            line(in, head);
            if (size == 0) {
                return status;
            }
        }
    }

    private static int chunk(InputStream in, byte[] head) throws IOException {
        var length = line(in, head);
        return Integer.parseInt(new String(head, 0, length, StandardCharsets.US_ASCII).trim(), 16);
    }

    /** Reads a line without its end, and returns its length. */
    private static int line(InputStream in, byte[] into) throws IOException {
        for (int length = 0; length < into.length; length++) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the server has closed the connection");
            }
            if (next == '\n') {
                return length > 0 && into[length - 1] == '\r' ? length - 1 : length;
            }
            into[length] = (byte) next;
        }
        throw new IOException("a header of more than " + into.length + " bytes");
    }

    private static boolean begins(byte[] line, int length, byte[] with) {
        if (length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            var lower = line[i] >= 'A' && line[i] <= 'Z' ? line[i] + 'a' - 'A' : line[i];
            if (lower != with[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d connections to %s", connections, server);
    }
}
