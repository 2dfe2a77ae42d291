package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClientBuilder;
import io.discounts.sdk.spi.Transport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import java.net.URI;
import java.util.Arrays;

/** How the service is reached: over the host's own transport, or at the base address with the trust that is configured. */
record ServiceConnection(
        ClientProperties client, ObjectProvider<Transport> transport, ObjectProvider<SslBundles> bundles) {
    void connect(DiscountsClientBuilder builder) {
        var own = transport.getIfAvailable();
        if (own != null) {
            builder.transport(own);
        } else if (client.sslBundle() == null) {
            builder.service(baseUrl());
        } else {
            connect(builder, bundles.getObject().getBundle(client.sslBundle()));
        }
    }

    private void connect(DiscountsClientBuilder builder, SslBundle bundle) {
        var sockets = bundle.createSslContext().getSocketFactory();
        builder.service(baseUrl(), sockets, x509(bundle.getManagers().getTrustManagers()));
    }

    private URI baseUrl() {
        var url = client.baseUrl();
        if (url == null) {
            throw new UnusableConfigurationException(
                    "The discounts client does not know where the service is: discounts.client.base-url is missing.",
                    "Set discounts.client.base-url, such as https://discounts.example.com, or have a Transport bean;"
                            + " or do without the client with discounts.client.enabled=false.");
        }
        return url;
    }

    private static X509TrustManager x509(TrustManager[] managers) {
        return Arrays.stream(managers)
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
