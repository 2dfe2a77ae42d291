package io.discounts.sdk.rollout;

import io.discounts.sdk.BreakerOpenException;
import io.discounts.sdk.CallAbortedException;
import io.discounts.sdk.DiscountsException;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Path;
import io.discounts.sdk.Reason;
import io.discounts.sdk.RemoteFailedException;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.internal.AnsweredCall;
import io.discounts.sdk.internal.ComparedCall;
import io.discounts.sdk.shadow.Comparison;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuardTest {
    private static final RouteKey KEY = new RouteKey("ES", "c-1", "s-1", null);
    private final DiscountsException failed = new RemoteFailedException("it broke off", null);
    private static final Duration FAST = Duration.ofMillis(10);
    private static final Duration SLOW = Duration.ofMillis(200);
    private static final int ENOUGH = 20;

    private final Map<Operation, Stage> flags = new EnumMap<>(Operation.class);
    private final List<StepDown> steps = new ArrayList<>();
    private final Guard guard = new Guard(GuardFixture.impatient(), steps::add, () -> 0);
    private final Routes routes =
            guard.over((operation, key) -> new Route(flags.getOrDefault(operation, Stage.LOCAL), Reason.STAGE));

    @Test
    void letsThroughWhatTheFlagsSayWhileBudgetsLast() {
        at(Operation.SEARCH, Stage.REMOTE);

        answered(Operation.SEARCH, 10_000, FAST, null);

        assertThat(route(Operation.SEARCH)).isEqualTo(new Route(Stage.REMOTE, Reason.STAGE));
        assertThat(steps).isEmpty();
    }

    @Test
    void stepsDownOneStageWhenTheServiceFailsTooOften() {
        at(Operation.SEARCH, Stage.REMOTE);

        answered(Operation.SEARCH, 12, FAST, failed);

        assertThat(route(Operation.SEARCH)).isEqualTo(new Route(Stage.VERIFY, Reason.STEPPED_DOWN));
        assertThat(steps)
                .containsExactly(new StepDown(Operation.SEARCH, Stage.REMOTE, Stage.VERIFY, Burnt.ERRORS, 12, 12));
    }

    @Test
    void stepsDownWhenTheServiceIsTooSlow() {
        at(Operation.SEARCH, Stage.VERIFY);

        answered(Operation.SEARCH, ENOUGH, SLOW, null);

        assertThat(steps).extracting(StepDown::budget).containsExactly(Burnt.LATENCY);
        assertThat(route(Operation.SEARCH).stage()).isEqualTo(Stage.SHADOW);
    }

    @Test
    void stepsDownWhenTheServiceIsWrongTooOften() {
        at(Operation.EVALUATE, Stage.VERIFY);

        compared(Operation.EVALUATE, ENOUGH, mismatched(Comparison.Verdict.DEFECT));

        assertThat(steps).extracting(StepDown::budget).containsExactly(Burnt.DEFECTS);
        assertThat(route(Operation.EVALUATE).stage()).isEqualTo(Stage.SHADOW);
    }

    @Test
    void stepsDownFurtherWhileItIsNoBetterBelow() {
        at(Operation.SEARCH, Stage.REMOTE_ONLY);

        for (var round = 0; round < 5; round++) {
            answered(Operation.SEARCH, ENOUGH, FAST, failed);
        }

        assertThat(steps).extracting(StepDown::to).containsExactly(Stage.REMOTE, Stage.VERIFY, Stage.SHADOW);
    }

    @Test
    void leavesShadowAloneForNoCallerWaitsForTheServiceThere() {
        at(Operation.SEARCH, Stage.SHADOW);

        compared(Operation.SEARCH, 1_000, mismatched(Comparison.Verdict.DEFECT));

        assertThat(steps).isEmpty();
        assertThat(route(Operation.SEARCH)).isEqualTo(new Route(Stage.SHADOW, Reason.STAGE));
    }

    @Test
    void staysDownWhateverTheFlagsSayAndHoweverWellItGoes() {
        at(Operation.SEARCH, Stage.REMOTE);
        answered(Operation.SEARCH, 12, FAST, failed);

        at(Operation.SEARCH, Stage.LOCAL);
        assertThat(route(Operation.SEARCH)).isEqualTo(new Route(Stage.LOCAL, Reason.STAGE));
        at(Operation.SEARCH, Stage.REMOTE);
        answered(Operation.SEARCH, 100_000, FAST, null);

        assertThat(route(Operation.SEARCH)).isEqualTo(new Route(Stage.VERIFY, Reason.STEPPED_DOWN));
        assertThat(guard.ceiling(Operation.SEARCH)).isEqualTo(Stage.VERIFY);
    }

    @Test
    void goesUpAgainWhenToldAndJudgesAnew() {
        at(Operation.SEARCH, Stage.REMOTE);
        answered(Operation.SEARCH, 12, FAST, failed);
        answered(Operation.SEARCH, 11, FAST, failed);

        guard.reset(Operation.SEARCH);

        assertThat(route(Operation.SEARCH)).isEqualTo(new Route(Stage.REMOTE, Reason.STAGE));
        answered(Operation.SEARCH, 11, FAST, failed);
        assertThat(steps).hasSize(1);
        answered(Operation.SEARCH, 1, FAST, failed);
        assertThat(steps).hasSize(2);
    }

    @Test
    void holdsNoOperationToWhatAnotherDid() {
        at(Operation.SEARCH, Stage.REMOTE);
        at(Operation.EVALUATE, Stage.REMOTE);

        answered(Operation.SEARCH, ENOUGH, FAST, failed);

        assertThat(route(Operation.EVALUATE)).isEqualTo(new Route(Stage.REMOTE, Reason.STAGE));
    }

    @ParameterizedTest
    @EnumSource(names = {"HOLD", "CONFIRM", "RELEASE", "CANCEL"})
    void stepsEvaluationsDownWhenTheWritesThatFollowThemFail(Operation write) {
        at(Operation.EVALUATE, Stage.REMOTE);
        at(write, Stage.REMOTE);

        answered(write, ENOUGH, FAST, failed);

        assertThat(route(Operation.EVALUATE)).isEqualTo(new Route(Stage.VERIFY, Reason.STEPPED_DOWN));
        assertThat(steps).extracting(StepDown::operation).containsExactly(Operation.EVALUATE);
    }

    @Test
    void doesNotBlameTheStageBelowForCallsThatWereUnderWay() {
        at(Operation.SEARCH, Stage.REMOTE);
        var before = call(Operation.SEARCH, FAST, failed);

        for (var late = 0; late < 100; late++) {
            guard.answered(before);
        }

        assertThat(steps).hasSize(1);
    }

    @Test
    void learnsNothingFromCallsThatDidNotReachTheService() {
        at(Operation.SEARCH, Stage.REMOTE);

        answered(Operation.SEARCH, 1_000, FAST, new BreakerOpenException("open"));
        answered(Operation.SEARCH, 1_000, FAST, new CallAbortedException("the caller went away", null));
        answered(Operation.SEARCH, 1_000, null, null);

        assertThat(steps).isEmpty();
    }

    @Test
    void takesLagNoiseAndWhatCannotBeComparedForNoDefects() {
        at(Operation.SEARCH, Stage.VERIFY);

        compared(Operation.SEARCH, 1_000, mismatched(Comparison.Verdict.LAG));
        compared(Operation.SEARCH, 1_000, mismatched(Comparison.Verdict.NOISE));
        compared(Operation.SEARCH, 1_000, new Comparison.Matched());
        compared(Operation.SEARCH, 1_000, new Comparison.Incomparable("no answer"));

        assertThat(steps).isEmpty();
    }

    @Test
    void wantsBudgetsThatCanBeToldApart() {
        assertThatThrownBy(() -> new GuardBudget(0.05, 0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GuardBudget(0, 0.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GuardBudget(0.01, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GuardBudget(Double.NaN, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private void at(Operation operation, Stage stage) {
        flags.put(operation, stage);
        route(Operation.EVALUATE);
        route(operation);
    }

    private Route route(Operation operation) {
        return routes.route(operation, KEY);
    }

    private void answered(
            Operation operation, int times, @Nullable Duration remoteTook, @Nullable DiscountsException failure) {
        for (var time = 0; time < times; time++) {
            guard.answered(call(operation, remoteTook, failure));
        }
    }

    private AnsweredCall call(
            Operation operation, @Nullable Duration remoteTook, @Nullable DiscountsException failure) {
        var source = failure == null ? Source.REMOTE : Source.LOCAL;
        return new AnsweredCall(operation, route(operation), KEY, source, FAST, remoteTook, null, failure);
    }

    private void compared(Operation operation, int times, Comparison comparison) {
        for (var time = 0; time < times; time++) {
            route(operation);
            guard.compared(new ComparedCall(
                    operation, KEY, comparison, Path.LOCAL, Instant.EPOCH, Duration.ZERO, Duration.ZERO));
        }
    }

    private static Comparison mismatched(Comparison.Verdict verdict) {
        return new Comparison.Mismatched(List.of(), verdict);
    }
}
