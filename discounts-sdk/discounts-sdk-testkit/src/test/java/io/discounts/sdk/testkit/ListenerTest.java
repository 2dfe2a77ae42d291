package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class ListenerTest {
    private final List<Door> met = new CopyOnWriteArrayList<>();
    private volatile Door door = Door.OPEN;
    private final Listener listener = start();

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void meetsGuestsAsTheDoorSays() throws Exception {
        connect();
        await().until(() -> met.equals(List.of(Door.OPEN)));

        turn(Door.WRONG_CERTIFICATE);
        connect();
        await().until(() -> met.equals(List.of(Door.OPEN, Door.WRONG_CERTIFICATE)));
    }

    @Test
    void meetsNobodyInABlackHoleHoweverOftenTheyTry() throws Exception {
        turn(Door.BLACK_HOLE);

        for (var i = 0; i < 3; i++) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::connect);
        }
        assertThat(met).isEmpty();
    }

    @Test
    void meetsNoneOfItsOwnConnectionsAfterABlackHole() throws Exception {
        turn(Door.BLACK_HOLE);
        turn(Door.OPEN);

        connect();

        await().until(() -> !met.isEmpty());
        assertThat(met).containsExactly(Door.OPEN);
    }

    @Test
    void staysABlackHoleWhenItIsTurnedToAndFro() throws Exception {
        for (var i = 0; i < 5; i++) {
            turn(Door.BLACK_HOLE);
            turn(Door.OPEN);
        }
        turn(Door.BLACK_HOLE);

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::connect);
    }

    @Test
    void canBeClosedInABlackHoleAndTwice() throws Exception {
        turn(Door.BLACK_HOLE);

        listener.close();
        listener.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(this::connect);
    }

    private void turn(Door next) throws InterruptedException {
        door = next;
        listener.settle();
    }

    private void connect() throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()), 300);
        }
    }

    private Listener start() {
        try {
            return new Listener(() -> door, this::meet);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private void meet(Socket guest, Door as) {
        met.add(as);
        try {
            guest.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
