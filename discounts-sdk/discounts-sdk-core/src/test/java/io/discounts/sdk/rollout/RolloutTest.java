package io.discounts.sdk.rollout;

import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.discounts.sdk.Operation;
import io.discounts.sdk.QuickPolling;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(120)
@ExtendWith(QuickPolling.class)
class RolloutTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final RouteKey KEY = new RouteKey("ES", "c-1", "s-1", null);
    private static final Route KILLED = new Route(Stage.LOCAL, Reason.KILL_SWITCH);
    private static final Route UNREAD = new Route(Stage.LOCAL, Reason.DEFAULT);

    private final FakeProvider provider = new FakeProvider();
    private final List<String> readings = new CopyOnWriteArrayList<>();

    @AfterEach
    void clear() {
        System.clearProperty(FlagKeys.KILL_SWITCH);
        provider.release();
    }

    @Test
    void isLocalByDefaultUntilFlagsWereRead() {
        try (var rollout = start()) {
            awaitReadings();

            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(UNREAD);
            assertThat(rollout.staging(Operation.SEARCH)).isEmpty();
        }
    }

    @Test
    void routesEachReadByItsFlag() {
        provider.with(FlagKeys.SEARCH_STAGE, "REMOTE").with(FlagKeys.EVALUATE_STAGE, "VERIFY");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.REMOTE, Reason.STAGE));
            awaitRoute(rollout, Operation.EVALUATE, new Route(Stage.VERIFY, Reason.STAGE));
            assertThat(rollout.staging(Operation.SEARCH)).contains(Staging.all(Stage.REMOTE));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "CONFIRM", "RELEASE", "CANCEL"})
    void routesWritesAsTheEvaluationsTheyFollow(Operation write) {
        provider.with(FlagKeys.SEARCH_STAGE, "LOCAL").with(FlagKeys.EVALUATE_STAGE, "REMOTE");

        try (var rollout = start()) {
            awaitRoute(rollout, write, new Route(Stage.REMOTE, Reason.STAGE));
        }
    }

    @Test
    void hearsOfChangesWithoutWaitingForTheNextReading() {
        provider.with(FlagKeys.SEARCH_STAGE, "SHADOW");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.SHADOW, Reason.STAGE));
            provider.with(FlagKeys.SEARCH_STAGE, "VERIFY").changed();

            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
        }
    }

    @Test
    void readsEverySoOftenWhenTheProviderTellsNothing() {
        provider.with(FlagKeys.SEARCH_STAGE, "SHADOW");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.SHADOW, Reason.STAGE));
            provider.with(FlagKeys.KILL_SWITCH, true);

            awaitRoute(rollout, Operation.SEARCH, KILLED);
        }
    }

    @Test
    void killsWhateverTheOtherFlagsSay() {
        provider.with(FlagKeys.SEARCH_STAGE, "REMOTE_ONLY").with(FlagKeys.KILL_SWITCH, true);

        try (var rollout = start()) {
            for (var operation : Operation.values()) {
                awaitRoute(rollout, operation, KILLED);
            }
            provider.with(FlagKeys.KILL_SWITCH, false).changed();
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.REMOTE_ONLY, Reason.STAGE));
        }
    }

    @Test
    void killsByHandAtOnceWithoutAnyFlag() {
        provider.hangingInInit();

        try (var rollout = start()) {
            rollout.killSwitch().turnOn();
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(KILLED);

            rollout.killSwitch().turnOff();
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(UNREAD);
            provider.release();
        }
    }

    @Test
    void killsByTheSystemPropertyAtOnceWithoutAnyFlag() {
        provider.hangingInEvaluation();

        try (var rollout = start()) {
            System.setProperty(FlagKeys.KILL_SWITCH, "true");
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(KILLED);

            System.clearProperty(FlagKeys.KILL_SWITCH);
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(UNREAD);
            provider.release();
        }
    }

    @Test
    void staysKilledByTheFlagWhenOnlyTheHandLetsGo() {
        provider.with(FlagKeys.KILL_SWITCH, true);

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, KILLED);
            rollout.killSwitch().turnOn();
            rollout.killSwitch().turnOff();

            assertThat(rollout.killSwitch().isOn()).isTrue();
        }
    }

    @Test
    void staysKilledWhenTheFlagIsGone() {
        provider.with(FlagKeys.KILL_SWITCH, true);

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, KILLED);
            provider.without(FlagKeys.KILL_SWITCH);
            awaitReadings();

            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(KILLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "REMOT", "VERIFY 200%"})
    void keepsTheLastGoodValueWhenAFlagSaysNonsense(String nonsense) {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
            provider.with(FlagKeys.SEARCH_STAGE, nonsense).with(FlagKeys.EVALUATE_STAGE, "SHADOW");

            awaitRoute(rollout, Operation.EVALUATE, new Route(Stage.SHADOW, Reason.STAGE));
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(new Route(Stage.VERIFY, Reason.STAGE));
        }
    }

    @Test
    void keepsTheLastGoodValueWhenAFlagIsOfAnotherType() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
            provider.with(FlagKeys.SEARCH_STAGE, 1).with(FlagKeys.KILL_SWITCH, "true");
            awaitReadings();

            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(new Route(Stage.VERIFY, Reason.STAGE));
        }
    }

    @Test
    void keepsTheLastGoodValueWhenTheProviderThrowsAndGoesOnWhenItHasHealed() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
            provider.failing(new IllegalStateException("the source is gone"));
            awaitReadings();
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(new Route(Stage.VERIFY, Reason.STAGE));

            provider.with(FlagKeys.SEARCH_STAGE, "SHADOW").failing(null);
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.SHADOW, Reason.STAGE));
        }
    }

    @Test
    void survivesErrorsOfTheProvider() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY").failing(new StackOverflowError("of the provider"));

        try (var rollout = start()) {
            await().atMost(A_MINUTE).until(() -> provider.evaluations() > 2);
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(UNREAD);

            provider.failing(null);
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GENERAL", "PROVIDER_FATAL"})
    void keepsTheLastGoodValueWhenTheProviderIsStaleOrBroken(ErrorCode code) {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY").with(FlagKeys.KILL_SWITCH, true);

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, KILLED);
            provider.stale();
            awaitReadings();
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(KILLED);
            provider.broken(code);
            awaitReadings();

            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(KILLED);
            assertThat(rollout.staging(Operation.SEARCH)).contains(Staging.all(Stage.VERIFY));
        }
    }

    @Test
    void answersWhileTheProviderHangsInInitAndReadsOnceItIsReady() {
        provider.with(FlagKeys.SEARCH_STAGE, "SHADOW").hangingInInit();

        try (var rollout = start()) {
            awaitReadings();
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(UNREAD);

            provider.release();
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.SHADOW, Reason.STAGE));
        }
    }

    @Test
    void answersWhenTheProviderThrowsInInit() {
        provider.failingInInit(new IllegalStateException("no source"));

        try (var rollout = start()) {
            awaitReadings();

            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(UNREAD);
        }
    }

    @Test
    void answersWhileTheProviderHangsInEvaluation() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
            var before = provider.evaluations();
            provider.hangingInEvaluation();
            await().atMost(A_MINUTE).until(() -> provider.evaluations() > before);

            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(new Route(Stage.VERIFY, Reason.STAGE));
            provider.release();
        }
    }

    @Test
    void doesNotTouchTheProviderOfTheHost() {
        var hosts = OpenFeatureAPI.getInstance().getProvider();
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");

        try (var rollout = start()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));

            assertThat(OpenFeatureAPI.getInstance().getProvider()).isSameAs(hosts);
        }
    }

    @Test
    void obeysItsGuardBelowTheKillSwitch() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");
        var guard = new Guard(GuardFixture.impatient(), step -> {}, () -> 0);

        try (var rollout =
                Rollout.from(provider).guard(guard).observer(this::remember).build()) {
            awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));
            GuardFixture.burn(guard, Operation.SEARCH);
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(new Route(Stage.SHADOW, Reason.STEPPED_DOWN));

            rollout.killSwitch().turnOn();
            assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(KILLED);
        }
    }

    @Test
    void leavesNoThreadBehindWhenItIsClosedEvenWithAProviderThatHangs() {
        provider.hangingInInit();
        var rollout = start();
        awaitReadings();

        rollout.close();

        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .noneMatch(thread -> thread.getName().startsWith("discounts-flags")));
    }

    @Test
    void keepsWhatItHasReadAfterItIsClosed() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");
        var rollout = start();
        awaitRoute(rollout, Operation.SEARCH, new Route(Stage.VERIFY, Reason.STAGE));

        rollout.close();

        assertThat(rollout.route(Operation.SEARCH, KEY)).isEqualTo(new Route(Stage.VERIFY, Reason.STAGE));
    }

    @Test
    void tellsReasonsAndErrorsOfReadings() {
        provider.with(FlagKeys.SEARCH_STAGE, "VERIFY");

        try (var rollout = start()) {
            await().atMost(A_MINUTE)
                    .untilAsserted(() -> assertThat(readings)
                            .contains(
                                    FlagKeys.SEARCH_STAGE + " STATIC null",
                                    FlagKeys.KILL_SWITCH + " ERROR FLAG_NOT_FOUND"));
            assertThat(rollout.killSwitch().isOn()).isFalse();
        }
    }

    @Test
    void wantsToReadAtLeastOnceASecond() {
        assertThatThrownBy(() -> Rollout.from(provider).readEvery(Duration.ofMillis(1_001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rollout.from(provider).readEvery(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Rollout start() {
        return Rollout.from(provider)
                .readEvery(Duration.ofMillis(20))
                .observer(this::remember)
                .build();
    }

    private void remember(String key, String reason, @Nullable String error) {
        readings.add(key + " " + reason + " " + error);
    }

    /** Two whole rounds of readings that began after this was called. */
    private void awaitReadings() {
        var before = readings.size();
        await().atMost(A_MINUTE).until(() -> readings.size() >= before + 9);
    }

    private static void awaitRoute(Rollout rollout, Operation operation, Route expected) {
        await().atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(rollout.route(operation, KEY)).isEqualTo(expected));
    }
}
