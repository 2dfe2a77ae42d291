package io.discounts.sdk.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** An exchange over a socket. */
final class SocketExchange implements Exchange {
    private final RecordedRequest request;
    private final Turn turn;
    private final RequestReader requests;
    private final Socket socket;
    private final Connection connection;

    SocketExchange(RecordedRequest request, Turn turn, RequestReader requests, Socket socket, Connection connection) {
        this.request = request;
        this.turn = turn;
        this.requests = requests;
        this.socket = socket;
        this.connection = connection;
    }

    @Override
    public RecordedRequest request() {
        return request;
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public Response honestAnswer() {
        return connection.answer(request);
    }

    @Override
    public void send(Response response) throws IOException {
        var body = response.body().getBytes(StandardCharsets.UTF_8);
        var head = head(response, body.length);
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        sendRaw(whole);
    }

    @Override
    public void sendHead(Response response, long length) throws IOException {
        sendRaw(head(response, length));
    }

    @Override
    public void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void pause(Duration time) throws IOException {
        try {
            if (connection.closing().await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new InterruptedIOException("the service closes");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service closes");
        }
    }

    @Override
    public void stayUntilPeerLeaves() throws IOException {
        requests.drain();
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        connection.close();
    }

    @Override
    public void reset() throws IOException {
        connection.reset();
    }

    private byte[] head(Response response, long length) {
        var id = Objects.requireNonNullElse(request.header("X-Request-Id"), "fake-" + turn.number());
        var head = new StringBuilder("HTTP/1.1 ").append(response.status()).append(" \r\n");
        response.headers().forEach((name, value) -> header(head, name, value));
        header(head, "X-Request-Id", id);
        header(head, "Content-Type", response.contentType());
        if (length < 0) {
            header(head, "Transfer-Encoding", "chunked");
        } else {
            header(head, "Content-Length", Long.toString(length));
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
