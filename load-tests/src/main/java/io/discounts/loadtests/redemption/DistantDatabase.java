package io.discounts.loadtests.redemption;

import io.discounts.service.devservers.Database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The database as far away as it is in a data centre: what goes there, and what comes back, takes half of a round trip each. On
 * loopback a row is locked for no longer than the server takes to think, and no counter is ever hot.
 */
final class DistantDatabase implements AutoCloseable {
    private static final int BUFFER = 64 << 10;

    private final Database database;
    private final URI behind;
    private final Duration oneWay;
    private final ServerSocket door;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    DistantDatabase(Database database, Duration roundTrip) throws IOException {
        this.database = database;
        this.behind = URI.create(database.url().substring("jdbc:".length()));
        this.oneWay = roundTrip.dividedBy(2);
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return database.url().replace(":" + behind.getPort() + "/", ":" + door.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                pass(door.accept());
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private void pass(Socket near) throws IOException {
        var far = new Socket(behind.getHost(), behind.getPort());
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        threads.execute(() -> carry(near, far));
        threads.execute(() -> carry(far, near));
    }

    /** Requests and answers alternate, so none waits for the one before. */
    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            carry(from.getInputStream(), to.getOutputStream());
        } catch (IOException ended) {
            // Either side has hung up.
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(InputStream from, OutputStream to) throws IOException, InterruptedException {
        var buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            TimeUnit.NANOSECONDS.sleep(oneWay.toNanos());
            to.write(buffer, 0, read);
        }
    }
}
