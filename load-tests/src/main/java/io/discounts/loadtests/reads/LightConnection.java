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

/** One of a {@link LightClient}'s connections. For one thread. */
final class LightConnection implements AutoCloseable {
    private static final int MOST_HEADER_BYTES = 8192;
    private static final int BUFFER = 1 << 16;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);
    /** Tomcat closes after each 503. */
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket = new Socket();
    private final InputStream in;
    private final byte[] head = new byte[MOST_HEADER_BYTES];
    private boolean closed;

    LightConnection(URI server) throws IOException {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** Sends a request whole, reads the answer to its end and returns its status. */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return skipAnswer();
    }

    /** Whether the server takes no more requests on it. */
    boolean isClosed() {
        return closed;
    }

    private int skipAnswer() throws IOException {
        var status = 0;
        var length = -1L;
        var inChunks = false;
        for (var line = line(); line > 0; line = line()) {
            if (status == 0) {
                status = (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
            } else if (begins(head, line, LENGTH)) {
                length = Long.parseLong(
                        new String(head, LENGTH.length, line - LENGTH.length, StandardCharsets.US_ASCII).trim());
            } else if (begins(head, line, CHUNKED)) {
                inChunks = true;
            } else if (begins(head, line, CLOSE)) {
                closed = true;
            }
        }
        if (inChunks) {
            skipChunks();
            return status;
        }
        if (length < 0) {
            throw new IOException("an answer of unknown length");
        }
        in.skipNBytes(length);
        return status;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = chunk();
            in.skipNBytes(size);
            line();
        } while (size > 0);
    }

    private int chunk() throws IOException {
        var length = line();
        return Integer.parseInt(new String(head, 0, length, StandardCharsets.US_ASCII).trim(), 16);
    }

    /** Reads a line without its end, and returns its length. */
    private int line() throws IOException {
        for (int length = 0; length < head.length; length++) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("the server has closed the connection, as Tomcat does after a 503");
            }
            if (next == '\n') {
                return length > 0 && head[length - 1] == '\r' ? length - 1 : length;
            }
            head[length] = (byte) next;
        }
        throw new IOException("a header of more than " + head.length + " bytes");
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
    public void close() throws IOException {
        socket.close();
    }
}
