package io.discounts.loadtests.packaged;

import io.discounts.loadtests.harness.ServiceProcess;
import org.awaitility.Awaitility;

import java.time.Duration;

/** Waits for a service that takes connections to say that it takes requests. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private Readiness() {}

    static void await(ServiceProcess service) {
        Awaitility.await("ready")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(OFTEN)
                .until(service::isReady);
    }
}
