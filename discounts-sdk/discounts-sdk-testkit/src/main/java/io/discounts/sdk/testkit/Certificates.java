package io.discounts.sdk.testkit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/**
 * A key and its self-signed certificate, made anew by the JDK's {@code keytool}, for the JDK has no public way to make one
 * and a key in the sources would only look like a leak.
 */
record Certificates(SSLContext context, X509Certificate certificate) {
    private static final String ALIAS = "fake";
    private static final String PASSWORD = "changeit";

    static Certificates of(String name, String alternatives) {
        try {
            var folder = Files.createTempDirectory("fake-discounts");
            var file = folder.resolve("key.p12");
            try {
                make(name, alternatives, file);
                return read(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("no key for TLS", failure);
        }
    }

    private static void make(String name, String alternatives, Path file) throws IOException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=" + alternatives,
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader()) {
            var text = String.join("\n", said.lines().toList());
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed: " + text);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static Certificates read(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return new Certificates(context, (X509Certificate) store.getCertificate(ALIAS));
    }
}
