package io.discounts.sdk.proof;

import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * All faults in a row, each against a client and a service of its own with the client's defaults. Takes some minutes, so that
 * no build runs it: {@code mvn -pl :discounts-sdk-proof -am test -Dtest=FaultsRun -Dsurefire.failIfNoSpecifiedTests=false}, and
 * {@code -Dfaults=storm} for those whose name contains it.
 */
class FaultsRun {
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final System.Logger LOG = System.getLogger(FaultsRun.class.getName());

    static Stream<Trial> trials() {
        var wanted = System.getProperty("faults", "");
        return Trial.all().stream().filter(trial -> trial.name().contains(wanted));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trials")
    void keepsEveryPromise(Trial trial) throws Exception {
        var result = run(trial);

        LOG.log(System.Logger.Level.INFO, result);
        assertThat(result.broken()).as(result.toString()).isEmpty();
    }

    private static TrialResult run(Trial trial) throws IOException, GeneralSecurityException, InterruptedException {
        var tls = trial.name().contains("certificate");
        try (var service = tls ? FakeDiscountsService.startWithTls(Clock.systemUTC()) : FakeDiscountsService.start()) {
            if (tls) {
                trust(service);
            }
            service.store("s-1")
                    .has(discount("partner-promotions:42").percentOff(20).minBasket(1500));
            return new TriedClient(trial, service, client(service)).tried();
        } finally {
            System.clearProperty(TRUST);
            System.clearProperty(TRUST + "Password");
        }
    }

    private static DiscountsClient client(FakeDiscountsService service) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(new EmptySearch())
                .routes((operation, key) -> new Route(Stage.REMOTE, Reason.STAGE))
                .build();
    }

    /** Makes the JVM trust the service, as an operator would. */
    private static void trust(FakeDiscountsService service) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("fake", Objects.requireNonNull(service.certificate()));
        var file = Files.createTempFile("fake-discounts", ".p12");
        file.toFile().deleteOnExit();
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUST, file.toString());
        System.setProperty(TRUST + "Password", PASSWORD); // without one the JVM reads no certificates
    }
}
