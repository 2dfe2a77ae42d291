package io.discounts.sdk;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A service on a real socket that does to each request what its script says. */
public final class ScriptedService implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "scripted-service");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Script> script = new AtomicReference<>(json("{}"));
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private ScriptedService(ServerSocket server) {
        this.server = server;
        threads.execute(this::accept);
    }

    public static ScriptedService start() throws IOException {
        return on(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    }

    /** On a socket of the caller's, such as one that speaks TLS. */
    public static ScriptedService on(ServerSocket server) {
        return new ScriptedService(server);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    public ScriptedService does(Script newScript) {
        script.set(newScript);
        return this;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public Request lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /** Connections that neither side has closed. */
    public int openConnections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
        for (var connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var request = Request.read(in); request != null; request = Request.read(in)) {
                requests.add(request);
                script.get().answer(request, connection);
            }
        } catch (IOException goneOrScripted) {
            // Breaking off is what many scripts are for.
            return;
        } finally {
            connections.remove(connection);
        }
    }

    /** What happens to a request. Throwing breaks the connection off. */
    @FunctionalInterface
    public interface Script {
        void answer(Request request, Socket connection) throws IOException;
    }

    public static Script json(String body) {
        return response(200, "application/json", body);
    }

    public static Script response(int status, String contentType, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = head(status, contentType, bytes.length, headers);
        return (request, connection) -> {
            var out = connection.getOutputStream();
            out.write(head);
            out.write(bytes);
            out.flush();
        };
    }

    /** Says it has {@code length} bytes and sends the body. */
    public static byte[] head(int status, String contentType, long length, String... headers) {
        var head = new StringBuilder("HTTP/1.1 %d Status\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(status, contentType, length));
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the request and never answers. */
    public static Script hang() {
        return (request, connection) -> waitForTheOtherSide(connection);
    }

    /** Breaks the connection off with a reset. */
    public static Script reset() {
        return (request, connection) -> {
            connection.setSoLinger(true, 0);
            throw new IOException("reset");
        };
    }

    /** The head at once, then a byte of the body now and then. */
    public static Script drip(String body, long pauseMillis) {
        return (request, connection) -> {
            var out = connection.getOutputStream();
            out.write(head(200, "application/json", body.length()));
            out.flush();
            for (var one : body.getBytes(StandardCharsets.UTF_8)) {
                pause(connection, pauseMillis);
                out.write(one);
                out.flush();
            }
        };
    }

    /** A JSON document of this many bytes. */
    public static Script huge(long bytes) {
        return (request, connection) -> {
            var out = connection.getOutputStream();
            out.write(head(200, "application/json", bytes));
            out.write("{\"x\":\"".getBytes(StandardCharsets.US_ASCII));
            var chunk = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
            for (var sent = 6L; sent < bytes; sent += chunk.length) {
                out.write(chunk);
            }
        };
    }

    /** Half of a body, then the end of the connection. */
    public static Script truncated(String body) {
        return (request, connection) -> {
            OutputStream out = connection.getOutputStream();
            out.write(head(200, "application/json", body.length()));
            out.write(body.substring(0, body.length() / 2).getBytes(StandardCharsets.UTF_8));
            out.flush();
            throw new IOException("half is enough");
        };
    }

    private static void waitForTheOtherSide(Socket connection) throws IOException {
        pause(connection, 0);
    }

    /** Waits without holding the socket open against the other side's will; 0 waits for ever. */
    private static void pause(Socket connection, long millis) throws IOException {
        connection.setSoTimeout((int) millis);
        try {
            if (connection.getInputStream().read() < 0) {
                throw new IOException("the other side has closed");
            }
        } catch (SocketTimeoutException over) {
            connection.setSoTimeout(0);
        }
    }

    /** A request as it came. */
    public record Request(String line, Map<String, String> headers, String body) {
        private static @Nullable Request read(InputStream in) throws IOException {
            var line = line(in);
            if (line.isEmpty()) {
                return null;
            }
            var headers = new TreeMap<String, String>();
            for (var header = line(in); !header.isEmpty(); header = line(in)) {
                var colon = header.indexOf(':');
                headers.put(
                        header.substring(0, colon).toLowerCase(Locale.ROOT),
                        header.substring(colon + 1).strip());
            }
            var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            return new Request(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder();
            for (var one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
                if (one != '\r') {
                    line.append((char) one);
                }
            }
            return line.toString();
        }
    }
}
