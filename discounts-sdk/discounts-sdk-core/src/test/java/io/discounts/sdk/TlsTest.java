package io.discounts.sdk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path folder;

    private KeyStore keys;
    private ScriptedService service;

    @BeforeEach
    void start() throws Exception {
        keys = keys();
        var certificate = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        certificate.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(certificate.getKeyManagers(), null, null);
        var socket = context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        service = ScriptedService.on(socket).does(ScriptedService.json(Fixtures.SEARCH_JSON));
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private DiscountsClientBuilder builder() {
        return DiscountsClient.builder()
                .local(new LocalSearch())
                .routes(Fixtures.at(Stage.REMOTE))
                .options(Fixtures.PATIENT);
    }

    private URI uri(String host) {
        return URI.create("https://" + host + ":" + service.uri().getPort());
    }

    @Test
    void trustsWhomTheHostTrusts() throws Exception {
        try (var client = trusting("127.0.0.1")) {
            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.REMOTE);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsAFailureAndNotTriedAgain() {
        try (var client = builder().service(uri("127.0.0.1")).build()) {
            for (var i = 0; i < 12; i++) {
                var answer = client.search(Fixtures.SEARCH);

                assertThat(answer.source()).isEqualTo(Source.LOCAL);
                assertThat(answer.failure()).isNotNull();
            }
            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.BREAKER_OPEN);
            assertThat(service.requests()).isEmpty();
        }
    }

    @Test
    void aCertificateOfAnotherHostIsAFailure() throws Exception {
        try (var client = trusting("localhost")) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.reason()).isEqualTo(Reason.REMOTE_FAILED);
            assertThat(answer.failure()).hasCauseInstanceOf(SSLException.class);
        }
    }

    private DiscountsClient trusting(String host) throws GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        var manager = (X509TrustManager) trust.getTrustManagers()[0];
        return builder().service(uri(host), context.getSocketFactory(), manager).build();
    }

    /** A key and a certificate for 127.0.0.1 alone, made by the JDK's own tool. */
    private static KeyStore keys() throws Exception {
        var file = folder.resolve("keys.p12").toFile();
        if (!file.exists()) {
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair");
            var options = Map.of(
                    "-alias", "service",
                    "-keyalg", "EC",
                    "-dname", "CN=service",
                    "-ext", "san=ip:127.0.0.1",
                    "-storetype", "PKCS12",
                    "-keystore", file.toString(),
                    "-storepass", new String(PASSWORD));
            var arguments = new ArrayList<>(command);
            options.forEach((name, value) -> arguments.addAll(List.of(name, value)));
            assertThat(new ProcessBuilder(arguments).start().waitFor()).isZero();
        }
        var keys = KeyStore.getInstance(file, PASSWORD);
        // What is trusted has to be a certificate without its key.
        keys.setCertificateEntry("trusted", keys.getCertificate("service"));
        return keys;
    }
}
