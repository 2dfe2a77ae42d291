package io.discounts.sdk.testkit;

import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;

/** What lies between HTTP and the socket. */
interface Transport {
    String scheme();

    /** For clients to trust; none without TLS. */
    @Nullable
    X509Certificate certificate();

    Socket over(Socket raw, Door door) throws IOException;

    /** Nothing. */
    record Plain() implements Transport {
        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public @Nullable X509Certificate certificate() {
            return null;
        }

        @Override
        public Socket over(Socket raw, Door door) {
            return raw;
        }
    }

    /** TLS, with the right certificate or a wrong one. */
    record Tls(Certificates right, Certificates wrong) implements Transport {
        static Tls create() {
            return new Tls(
                    Certificates.of("localhost", "dns:localhost,ip:127.0.0.1"),
                    Certificates.of("elsewhere.example", "dns:elsewhere.example"));
        }

        @Override
        public String scheme() {
            return "https";
        }

        @Override
        public X509Certificate certificate() {
            return right.certificate();
        }

        @Override
        public Socket over(Socket raw, Door door) throws IOException {
            SSLContext context = door == Door.WRONG_CERTIFICATE ? wrong.context() : right.context();
            var tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
            tls.setUseClientMode(false);
            return tls;
        }
    }
}
