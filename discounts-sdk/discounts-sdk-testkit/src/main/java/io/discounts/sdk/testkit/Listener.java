package io.discounts.sdk.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Meets those who connect as the door says, which it looks at every few milliseconds. */
final class Listener implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final int LOOK_EVERY_MILLIS = 10;

    private final ServerSocket server;
    private final Supplier<Door> doors;
    private final BiConsumer<Socket, Door> guests;
    private final Thread thread = new Thread(this::run, "fake-discounts-listener");
    private FullBacklog backlog = new FullBacklog();
    private Door door = Door.OPEN;
    private long looks;

    Listener(Supplier<Door> doors, BiConsumer<Socket, Door> guests) throws IOException {
        this.doors = doors;
        this.guests = guests;
        server = new ServerSocket();
        server.setSoTimeout(LOOK_EVERY_MILLIS);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits until the door is as it should be now. */
    synchronized void settle() throws InterruptedException {
        var enough = looks + 2;
        while (looks < enough && !server.isClosed()) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        backlog.close();
    }

    private void run() {
        try {
            while (!server.isClosed()) {
                turn(doors.get());
                looked();
                meet();
            }
        } catch (IOException broken) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(broken);
            }
        } finally {
            looked();
        }
    }

    private void turn(Door next) throws IOException {
        if (next == Door.BLACK_HOLE) {
            backlog.fill(server.getLocalSocketAddress());
        } else if (door == Door.BLACK_HOLE) {
            backlog.close();
        }
        door = next;
    }

    private synchronized void looked() {
        looks++;
        notifyAll();
    }

    private void meet() throws IOException {
        if (door == Door.BLACK_HOLE) {
            rest();
            return;
        }
        try {
            var guest = server.accept();
            if (backlog.isOwn(guest)) {
                guest.close();
            } else {
                guests.accept(guest, door);
            }
        } catch (SocketTimeoutException nobodyCame) {
            backlog = new FullBacklog(); // its connections are accepted by now, and closed
        }
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
