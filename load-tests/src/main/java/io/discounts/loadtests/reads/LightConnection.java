package io.discounts.loadtests.reads;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A connection that is kept alive, for as little work here as there can be: what need not be looked at is read in large pieces
 * and never copied. For one thread; {@link #close} from any.
 */
final class LightConnection implements AutoCloseable {
    /** An answer that was looked at. */
    record Reply(int status, String body) {}

    private static final int BUFFER = 1 << 16;

    private final SocketChannel channel = SocketChannel.open();
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER).flip();
    private final LightHead head = new LightHead();

    LightConnection(URI server) throws IOException {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        } catch (IOException | RuntimeException away) {
            channel.close();
            throw away;
        }
    }

    /** Sends a request whole, reads the answer to its end and returns its status. */
    int ask(byte[] request) throws IOException {
        exchange(request, part -> {});
        return head.status();
    }

    /** The same, with the answer's body. */
    Reply read(byte[] request) throws IOException {
        var body = new ByteArrayOutputStream();
        exchange(request, part -> {
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            body.writeBytes(bytes);
        });
        return new Reply(head.status(), body.toString(StandardCharsets.UTF_8));
    }

    /** Whether the server takes no more requests on it. */
    boolean isClosed() {
        return head.closes();
    }

    private void exchange(byte[] request, Consumer<ByteBuffer> body) throws IOException {
        for (var out = ByteBuffer.wrap(request); out.hasRemaining(); ) {
            channel.write(out);
        }
        head.clear();
        while (!head.take(next())) {
            // reads on
        }
        if (head.isInChunks()) {
            chunks(body);
        } else {
            pass(head.length(), body);
        }
    }

    private void chunks(Consumer<ByteBuffer> body) throws IOException {
        int size;
        do {
            size = Integer.parseInt(line().trim(), 16);
            pass(size, body);
            line();
        } while (size > 0);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = next(); next != '\n'; next = next()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private void pass(long length, Consumer<ByteBuffer> body) throws IOException {
        for (var left = length; left > 0; ) {
            fill();
            var part = in.slice(in.position(), (int) Math.min(left, in.remaining()));
            left -= part.remaining();
            in.position(in.position() + part.remaining());
            body.accept(part);
        }
    }

    private byte next() throws IOException {
        fill();
        return in.get();
    }

    private void fill() throws IOException {
        if (in.hasRemaining()) {
            return;
        }
        in.clear();
        var count = channel.read(in);
        in.flip();
        if (count < 0) {
            throw new EOFException("the server has closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
