package io.discounts.sdk.internal.http;

import io.discounts.sdk.Deadline;
import io.discounts.sdk.ManualTime;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class AddressesTest {
    private static final List<InetAddress> HERE = List.of(InetAddress.getLoopbackAddress());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime();
    private final CountDownLatch forEver = new CountDownLatch(1);
    private final AtomicReference<Dns> resolver = new AtomicReference<>(host -> HERE);
    private final Addresses addresses =
            new Addresses("service", host -> resolver.get().lookup(host));

    @AfterEach
    void close() {
        addresses.close();
    }

    private void lookedUp() throws InterruptedIOException {
        addresses.await(Deadline.after(PATIENCE, time));
    }

    private List<InetAddress> hang(String host) throws UnknownHostException {
        try {
            forEver.await();
        } catch (InterruptedException closed) {
            throw new UnknownHostException(host);
        }
        return HERE;
    }

    @Test
    void findsTheHost() throws Exception {
        lookedUp();

        assertThat(addresses.lookup("service")).isEqualTo(HERE);
    }

    @Test
    void waitsForTheFirstLookUpNoLongerThanTheDeadline() {
        resolver.set(this::hang);

        assertThatThrownBy(() -> addresses.await(Deadline.after(Duration.ofMillis(20), time)))
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void takesWhatWasFoundLastWhileItIsLookedUpAnew() throws Exception {
        lookedUp();
        resolver.set(this::hang);
        time.passes(Duration.ofMinutes(1));

        lookedUp();

        assertThat(addresses.lookup("service")).isEqualTo(HERE);
    }

    @Test
    void followsTheHostWhenItMoves() throws Exception {
        lookedUp();
        var there = List.of(InetAddress.getByAddress("service", new byte[] {10, 0, 0, 1}));
        resolver.set(host -> there);
        time.passes(Duration.ofSeconds(11));

        await().untilAsserted(() -> {
            lookedUp();
            assertThat(addresses.lookup("service")).isEqualTo(there);
        });
    }

    @Test
    void keepsWhatWasFoundLastWhileNobodyKnowsTheHost() throws Exception {
        lookedUp();
        resolver.set(host -> {
            throw new UnknownHostException(host);
        });
        time.passes(Duration.ofMinutes(1));

        lookedUp();
        time.passes(Duration.ofMinutes(1));
        lookedUp();

        assertThat(addresses.lookup("service")).isEqualTo(HERE);
    }

    @Test
    void asksAgainAtOnceAfterAHostNobodyKnew() throws Exception {
        resolver.set(host -> {
            throw new UnknownHostException(host);
        });
        lookedUp();
        assertThatThrownBy(() -> addresses.lookup("service")).isInstanceOf(UnknownHostException.class);

        resolver.set(host -> HERE);
        lookedUp();

        assertThat(addresses.lookup("service")).isEqualTo(HERE);
    }

    @Test
    void looksUpOtherHostsSuchAsProxiesAsIs() throws Exception {
        resolver.set(host -> host.equals("proxy") ? HERE : List.of());

        assertThat(addresses.lookup("proxy")).isEqualTo(HERE);
    }

    @Test
    void keepsTheInterruptOfWhoWaits() {
        resolver.set(this::hang);
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::lookedUp).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
