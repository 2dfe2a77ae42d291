package io.discounts.sdk.rollout;

import io.discounts.sdk.Operation;
import io.discounts.sdk.QuickPolling;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Flags streamed by flagd's sync protocol and evaluated here. */
@Timeout(180)
@ExtendWith(QuickPolling.class)
class FlagdTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final RouteKey KEY = new RouteKey("ES", "c-1", "s-1", null);
    private static final Route UNREAD = new Route(Stage.LOCAL, Reason.DEFAULT);
    private static final Route VERIFIED = new Route(Stage.VERIFY, Reason.STAGE);
    private static final Route KILLED = new Route(Stage.LOCAL, Reason.KILL_SWITCH);

    private FakeFlagd flagd;

    @BeforeEach
    void start() throws IOException {
        flagd = FakeFlagd.start(0).says(FlagFiles.of("VERIFY", false));
    }

    @AfterEach
    void stop() {
        flagd.close();
    }

    @Test
    void hearsOfFlagsAndOfTheKillSwitch() {
        try (var rollout = from(flagd.port())) {
            awaitRoute(rollout, VERIFIED);

            flagd.says(FlagFiles.of("VERIFY", true));

            awaitRoute(rollout, KILLED);
        }
    }

    @Test
    void goesOnWhileFlagdIsGoneAndHearsOfTheKillSwitchWhenItIsBack() throws IOException {
        try (var rollout = from(flagd.port())) {
            awaitRoute(rollout, VERIFIED);
            var port = flagd.port();

            flagd.close();
            await().during(Duration.ofMillis(300))
                    .atMost(A_MINUTE)
                    .until(() -> route(rollout).equals(VERIFIED));
            flagd = FakeFlagd.start(port).says(FlagFiles.of("VERIFY", true));

            awaitRoute(rollout, KILLED);
        }
    }

    @Test
    void staysLocalWhenFlagdTakesTheConnectionAndSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var rollout = from(silent.getLocalPort())) {
            await().during(Duration.ofMillis(300))
                    .atMost(A_MINUTE)
                    .until(() -> route(rollout).equals(UNREAD));

            rollout.killSwitch().turnOn();

            assertThat(route(rollout)).isEqualTo(KILLED);
        }
    }

    private static Rollout from(int port) {
        return Rollout.from(FlagSources.flagd("127.0.0.1", port))
                .readEvery(Duration.ofMillis(50))
                .build();
    }

    private static Route route(Rollout rollout) {
        return rollout.route(Operation.SEARCH, KEY);
    }

    private static void awaitRoute(Rollout rollout, Route expected) {
        await().atMost(A_MINUTE).untilAsserted(() -> assertThat(route(rollout)).isEqualTo(expected));
    }
}
