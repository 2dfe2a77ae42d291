package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import java.io.IOException;
import java.net.http.HttpClient;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TlsTest {
    private static final FakeDiscountsService SERVICE = FakeDiscountsService.startWithTls(Clock.systemUTC());

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @AfterEach
    void heal() {
        SERVICE.heals();
    }

    @Test
    void servesWhoeverTrustsItsCertificate() throws Exception {
        assertThat(SERVICE.uri()).hasScheme("https");
        assertThat(trusting().search("s-1").statusCode()).isEqualTo(200);
    }

    @Test
    void isRefusedByWhoeverDoesNot() {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> Caller.of(SERVICE).search("s-1"));
    }

    @Test
    void showsAWrongCertificateUntilItHealsToWhoeverWasConnectedAsWell() throws Exception {
        var connected = trusting();
        connected.search("s-1");
        SERVICE.plays(Behaviours.wrongCertificate());
        // An IOException of either kind: its kept connection may be found dead before it shakes hands anew.
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> connected.search("s-1"));
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> trusting().search("s-1"));

        SERVICE.heals();
        assertThat(trusting().search("s-1").statusCode()).isEqualTo(200);
    }

    @Test
    void resetsBelowTls() throws Exception {
        SERVICE.plays(Script.first(1, Behaviours.reset(), Behaviours.healthy()));

        var caller = trusting();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> caller.search("s-1"));
        assertThat(caller.search("s-1").statusCode()).isEqualTo(200);
    }

    private static Caller trusting() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("fake", Objects.requireNonNull(SERVICE.certificate()));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new Caller(HttpClient.newBuilder().sslContext(context).build(), SERVICE.uri());
    }
}
