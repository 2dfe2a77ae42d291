package io.discounts.service.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and cuts connections after so many bytes of answers. */
final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 12;

    private final ServerSocket socket;
    private final int serverPort;
    private final int bytes;
    private final AtomicInteger cuts = new AtomicInteger();

    CuttingProxy(int serverPort, int bytes) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.bytes = bytes;
        Thread.ofVirtual().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                Thread.ofVirtual().start(() -> pump(client, server, Integer.MAX_VALUE));
                Thread.ofVirtual().start(() -> pump(server, client, bytes));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pump(Socket from, Socket to, int budget) {
        try (from;
                to) {
            if (copy(from.getInputStream(), to.getOutputStream(), budget)) {
                cuts.incrementAndGet();
            }
        } catch (IOException gone) {
            // The other direction has closed it.
        }
    }

    /** Whether there was more. */
    private static boolean copy(InputStream from, OutputStream to, int budget) throws IOException {
        var buffer = new byte[BUFFER];
        for (int left = budget; left > 0; ) {
            var read = from.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) {
                return false;
            }
            to.write(buffer, 0, read);
            left -= read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
