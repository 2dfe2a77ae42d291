package io.discounts.sdk.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections that nobody accepts and that leave no room in the backlog: a further SYN is dropped without a word, as from
 * a host that is gone. Of one thread.
 */
final class FullBacklog implements AutoCloseable {
    private static final int FULL_AFTER_MILLIS = 100;

    private final List<Socket> idle = new ArrayList<>();
    private boolean full;

    /** Fills it; it is full when a connection does not come about. */
    void fill(SocketAddress listener) throws IOException {
        while (!full) {
            full = !connects(listener);
        }
    }

    /** Whether it is one of these, which have still to be accepted once they are closed. */
    boolean isOwn(Socket accepted) {
        return idle.stream().anyMatch(own -> own.getLocalPort() == accepted.getPort());
    }

    @Override
    public void close() throws IOException {
        for (var each : idle) {
            each.close();
        }
        full = false;
    }

    private boolean connects(SocketAddress listener) throws IOException {
        var socket = new Socket();
        idle.add(socket);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try {
            socket.connect(listener, FULL_AFTER_MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }
}
