package io.discounts.sdk.spring;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TlsTest {
    @Test
    void trustsWhomTheBundleTrusts() throws Exception {
        try (var service = FakeDiscountsService.startWithTls(Clock.systemUTC())) {
            var certificate = Objects.requireNonNull(service.certificate());

            withBundle(service, certificate)
                    .withPropertyValues("discounts.client.ssl-bundle=discounts")
                    .run(host -> assertThat(Hosts.search(host.getBean(DiscountsClient.class)))
                            .isNotNull());
            withBundle(service, certificate)
                    .run(host -> assertThatThrownBy(() -> Hosts.search(host.getBean(DiscountsClient.class)))
                            .isInstanceOf(DiscountsException.class));
        }
    }

    private static ApplicationContextRunner withBundle(FakeDiscountsService service, X509Certificate trusted)
            throws Exception {
        var pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(trusted.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return Hosts.of(service)
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withInitializer(context -> context.getEnvironment()
                        .getSystemProperties()
                        .put("spring.ssl.bundle.pem.discounts.truststore.certificate", pem));
    }
}
