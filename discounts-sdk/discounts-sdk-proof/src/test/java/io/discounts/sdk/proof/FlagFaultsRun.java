package io.discounts.sdk.proof;

import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Reason;
import io.discounts.sdk.rollout.FlagKeys;
import io.discounts.sdk.rollout.FlagSources;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.testkit.FakeDiscountsService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of calls while the flags are in trouble, with the timings that hosts have: {@code mvn -pl :discounts-sdk-proof -am
 * test -Dtest=FlagFaultsRun -Dsurefire.failIfNoSpecifiedTests=false}. With quick timings, core's tests of flags do the same in
 * every build.
 */
class FlagFaultsRun {
    private static final System.Logger LOG = System.getLogger(FlagFaultsRun.class.getName());
    private static final Duration LASTS = Duration.ofSeconds(5);
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    private Path file;
    private FakeDiscountsService service;

    @BeforeEach
    void start() throws IOException {
        service = FakeDiscountsService.start();
        service.store("s-1");
        file = directory.resolve("flags.json");
        write(false);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void fileIsDeleted() throws Exception {
        inTrouble("file deleted", () -> Files.delete(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"flags\":{\"discounts.kill-switch\":{\"sta", "{}"})
    void fileIsTruncated(String rest) throws Exception {
        inTrouble("file truncated to " + rest.length() + " characters", () -> Files.writeString(file, rest));
    }

    @Test
    void fileIsFlippedEverySecond() throws Exception {
        try (var rollout = Rollout.from(FlagSources.file(file)).build();
                var client = client(rollout);
                var caller = new SteadyCaller(client)) {
            caller.until(Reason.STAGE);
            caller.warmedUp();
            List<Duration> delays = new ArrayList<>();
            for (var flip = 1; flip <= 20; flip++) {
                write(flip % 2 == 1);
                var delay = caller.until(flip % 2 == 1 ? Reason.KILL_SWITCH : Reason.STAGE);
                delays.add(delay);
                Thread.sleep(Math.max(0, A_SECOND.minus(delay).toMillis()));
            }
            judge("file flipped every second", caller, Collections.max(delays));
        }
    }

    @Test
    void providerHangsInInit() throws Exception {
        var released = new CountDownLatch(1);
        try {
            neverReady("provider hangs in init", new InMemoryProvider(Map.of()) {
                @Override
                public void initialize(EvaluationContext context) throws Exception {
                    released.await();
                }
            });
        } finally {
            released.countDown();
        }
    }

    @Test
    void providerFailsInInit() throws Exception {
        neverReady("provider fails in init", new InMemoryProvider(Map.of()) {
            @Override
            public void initialize(EvaluationContext context) {
                throw new IllegalStateException("no flags today");
            }
        });
    }

    /** Calls go on by the last values; code kills at once; and so does the flag once there is a file again. */
    private void inTrouble(String name, Trouble trouble) throws Exception {
        try (var rollout = Rollout.from(FlagSources.file(file)).build();
                var client = client(rollout);
                var caller = new SteadyCaller(client)) {
            caller.until(Reason.STAGE);
            caller.warmedUp();
            trouble.begin();
            Thread.sleep(LASTS.toMillis());
            assertThat(caller.until(Reason.STAGE)).isLessThan(A_SECOND);

            client.killSwitch().turnOn("a trial");
            var byHand = caller.until(Reason.KILL_SWITCH);
            client.killSwitch().turnOff("a trial");
            caller.until(Reason.STAGE);
            write(true);

            judge(name + ", switch by hand", caller, byHand);
            judge(name + ", switch by the next file", caller, caller.until(Reason.KILL_SWITCH));
        }
    }

    /** Calls are local by default; code and the system property kill at once. */
    private void neverReady(String name, FeatureProvider provider) throws Exception {
        try (var rollout = Rollout.from(provider).build();
                var client = client(rollout);
                var caller = new SteadyCaller(client)) {
            Thread.sleep(A_SECOND.toMillis());
            caller.warmedUp();
            Thread.sleep(LASTS.toMillis());
            assertThat(caller.until(Reason.DEFAULT)).isLessThan(A_SECOND);
            System.setProperty(FlagKeys.KILL_SWITCH, "true");
            var byProperty = caller.until(Reason.KILL_SWITCH);
            System.clearProperty(FlagKeys.KILL_SWITCH);
            caller.until(Reason.DEFAULT);
            client.killSwitch().turnOn("a trial");

            judge(name + ", switch by property", caller, byProperty);
            judge(name + ", switch by hand", caller, caller.until(Reason.KILL_SWITCH));
        } finally {
            System.clearProperty(FlagKeys.KILL_SWITCH);
        }
    }

    private static void judge(String name, SteadyCaller caller, Duration killed) {
        LOG.log(
                System.Logger.Level.INFO,
                "%-52s %6d calls, %d failed, the longest %d ms; killed within %d ms"
                        .formatted(
                                name,
                                caller.calls(),
                                caller.failures(),
                                caller.longest().toMillis(),
                                killed.toMillis()));
        assertThat(caller.failures()).isZero();
        assertThat(caller.longest()).isLessThanOrEqualTo(TrialResult.BUDGET);
        assertThat(killed).isLessThan(A_SECOND);
    }

    private DiscountsClient client(Rollout rollout) {
        return DiscountsClient.builder()
                .service(service.uri())
                .local(new EmptySearch())
                .rollout(rollout)
                .build();
    }

    /** As operators should: written beside, and moved into place. */
    private void write(boolean killed) throws IOException {
        var next = Files.writeString(directory.resolve("next.json"), """
                {"flags": {
                  "discounts.kill-switch": {"state": "ENABLED", "variants": {"on": true, "off": false},
                    "defaultVariant": "%s"},
                  "discounts.search.stage": {"state": "ENABLED", "variants": {"now": "REMOTE"}, "defaultVariant": "now"}
                }}
                """.formatted(killed ? "on" : "off"));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What goes wrong. */
    private interface Trouble {
        void begin() throws IOException;
    }
}
