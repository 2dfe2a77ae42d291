package io.discounts.sdk;

import io.discounts.sdk.internal.Mirror;
import io.discounts.sdk.internal.MirroredCall;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.rollout.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StagesTest {
    private final LocalSearch local = new LocalSearch();
    private final RememberingMirror mirror = new RememberingMirror();
    private ScriptedService service;
    private DiscountsClientBuilder builder;

    @BeforeEach
    void start() throws IOException {
        service = ScriptedService.start().does(ScriptedService.json(Fixtures.SEARCH_JSON));
        builder =
                DiscountsClient.builder().service(service.uri()).mirror(mirror).options(Fixtures.PATIENT);
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    private DiscountsClient at(Stage stage) {
        return builder.local(local).routes(Fixtures.at(stage)).build();
    }

    @Test
    void asksNobodyButTheLocalSearchAtLocal() {
        try (var client = at(Stage.LOCAL)) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer)
                    .isEqualTo(new Answer<>(Fixtures.LOCAL_SEARCH, Source.LOCAL, Reason.STAGE, Stage.LOCAL, null));
            assertThat(service.requests()).isEmpty();
            assertThat(mirror.calls).isEmpty();
        }
    }

    @Test
    void answersLocallyAndMirrorsToTheServiceAtShadow() {
        try (var client = at(Stage.SHADOW)) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.source()).isEqualTo(Source.LOCAL);
            assertThat(service.requests()).isEmpty();
            var mirrored = mirror.only();
            assertThat(mirrored.answeredBy()).isEqualTo(Path.LOCAL);
            assertThat(mirrored.answer()).isEqualTo(Fixtures.LOCAL_SEARCH);
            assertThat(mirrored.request()).isEqualTo(Fixtures.SEARCH);
        }
    }

    @Test
    void mirrorsAskEitherSideAgain() {
        try (var client = at(Stage.SHADOW)) {
            client.search(Fixtures.SEARCH);
            var call = new BackendCall(Priority.SHADOW, Deadline.after(Fixtures.PATIENT.budget(), System::nanoTime));

            assertThat(mirror.only().local().search(Fixtures.SEARCH, call)).isEqualTo(Fixtures.LOCAL_SEARCH);
            assertThat(mirror.only().remote().search(Fixtures.SEARCH, call)).isNotEqualTo(Fixtures.LOCAL_SEARCH);
            assertThat(service.lastRequest().headers()).containsEntry("x-discounts-priority", "shadow");
        }
    }

    @Test
    void answersRemotelyAndMirrorsToTheLocalSearchAtVerify() {
        try (var client = at(Stage.VERIFY)) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.source()).isEqualTo(Source.REMOTE);
            assertThat(local.asked()).isEmpty();
            assertThat(mirror.only().answeredBy()).isEqualTo(Path.REMOTE);
        }
    }

    @Test
    void mirrorsNothingThatTheServiceFailedToAnswer() {
        service.does(ScriptedService.reset());
        try (var client = at(Stage.VERIFY)) {
            client.search(Fixtures.SEARCH);

            assertThat(mirror.calls).isEmpty();
        }
    }

    @Test
    void answersRemotelyAtRemote() {
        try (var client = at(Stage.REMOTE)) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.source()).isEqualTo(Source.REMOTE);
            assertThat(answer.value().discounts()).containsOnlyKeys("partner-promotions:42");
            assertThat(local.asked()).isEmpty();
            assertThat(mirror.calls).isEmpty();
        }
    }

    @Test
    void tellsWhenTheServiceAnswersPastItsFreshness() {
        service.does(ScriptedService.json("{\"stores\":[],\"stale\":true}"));
        try (var client = at(Stage.REMOTE)) {
            assertThat(client.search(Fixtures.SEARCH).source()).isEqualTo(Source.STALE);
        }
    }

    @Test
    void fallsBackAtRemoteAndTellsWhy() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        try (var client = at(Stage.REMOTE)) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.source()).isEqualTo(Source.LOCAL);
            assertThat(answer.reason()).isEqualTo(Reason.REMOTE_FAILED);
            assertThat(answer.stage()).isEqualTo(Stage.REMOTE);
            assertThat(answer.failure()).isInstanceOf(RemoteFailedException.class);
        }
    }

    @Test
    void asksNobodyButTheServiceAtRemoteOnly() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        try (var client = at(Stage.REMOTE_ONLY)) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH)).isInstanceOf(RemoteFailedException.class);
            assertThat(local.asked()).isEmpty();
        }
    }

    @Test
    void throwsBothFailuresWhenNeitherSideAnswers() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        var own = new IllegalStateException("the monolith's own");
        local.failing(() -> own);
        try (var client = at(Stage.REMOTE)) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH))
                    .isInstanceOf(DiscountsUnavailableException.class)
                    .hasCauseInstanceOf(RemoteFailedException.class)
                    .satisfies(both -> assertThat(both.getSuppressed()[0])
                            .isInstanceOf(LocalFailedException.class)
                            .hasCause(own));
        }
    }

    @Test
    void wrapsWhatTheLocalSearchThrows() {
        var own = new IllegalStateException("the monolith's own");
        local.failing(() -> own);
        try (var client = at(Stage.LOCAL)) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH))
                    .isInstanceOf(LocalFailedException.class)
                    .hasCause(own);
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void killsEveryStage(Stage stage) {
        try (var client = builder.local(local)
                .routes((operation, key) -> new Route(stage, Reason.KILL_SWITCH))
                .build()) {
            assertThat(client.search(Fixtures.SEARCH).reason()).isEqualTo(Reason.KILL_SWITCH);
            assertThat(client.evaluate(Fixtures.EVALUATE).source()).isEqualTo(Source.LOCAL);
            assertThat(client.confirm(Fixtures.confirm(Path.REMOTE)).source()).isEqualTo(Source.LOCAL);
            assertThat(service.requests()).isEmpty();
            assertThat(mirror.calls).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void isRemoteOnlyAtEveryStageWithoutALocalSearch(Stage stage) {
        try (var client = builder.routes(Fixtures.at(stage)).build()) {
            var answer = client.search(Fixtures.SEARCH);

            assertThat(answer.source()).isEqualTo(Source.REMOTE);
            assertThat(answer.stage()).isEqualTo(Stage.REMOTE_ONLY);
            assertThat(mirror.calls).isEmpty();
        }
    }

    @Test
    void failsAtOnceWhenKilledWithoutALocalSearch() {
        try (var client = builder.routes(Fixtures.killed()).build()) {
            assertThatThrownBy(() -> client.search(Fixtures.SEARCH)).isInstanceOf(LocalFailedException.class);
            assertThat(service.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"LOCAL", "SHADOW", "REMOTE"})
    void writesFollowTheirPathWhateverTheStage(Stage stage) {
        service.does(ScriptedService.response(201, "application/json", Fixtures.REDEMPTION_JSON));
        try (var client = at(stage)) {
            var remote = client.hold(Fixtures.hold(Path.REMOTE));
            var locally = client.hold(Fixtures.hold(Path.LOCAL));

            assertThat(remote.value()).isEqualTo(Fixtures.held(Path.REMOTE));
            assertThat(remote.reason()).isEqualTo(Reason.PATH);
            assertThat(locally.value()).isEqualTo(Fixtures.held(Path.LOCAL));
            assertThat(mirror.calls).isEmpty();
        }
    }

    @Test
    void takesAHoldLocallyWhenTheServiceFails() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        try (var client = at(Stage.REMOTE)) {
            var answer = client.hold(Fixtures.hold(Path.REMOTE));

            assertThat(answer.value()).isEqualTo(Fixtures.held(Path.LOCAL));
            assertThat(answer.path()).isEqualTo(Path.LOCAL);
            assertThat(answer.reason()).isEqualTo(Reason.REMOTE_FAILED);
        }
    }

    @Test
    void refusalsOfTheServiceAreAnswersAndNotAskedForElsewhere() {
        service.does(ScriptedService.response(409, "application/problem+json", Fixtures.problem("discount-in-use")));
        try (var client = at(Stage.REMOTE)) {
            var answer = client.hold(Fixtures.hold(Path.REMOTE));

            assertThat(answer.value()).isEqualTo(new RedemptionOutcome.Refused("discount-in-use", "A detail"));
            assertThat(local.asked()).isEmpty();
        }
    }

    @Test
    void finishesAHoldWhereItIsAndNowhereElse() {
        service.does(ScriptedService.response(500, "text/plain", "no"));
        try (var client = at(Stage.REMOTE)) {
            assertThatThrownBy(() -> client.confirm(Fixtures.confirm(Path.REMOTE)))
                    .isInstanceOf(RemoteFailedException.class);
            assertThatThrownBy(() -> client.release(Fixtures.release(Path.REMOTE)))
                    .isInstanceOf(RemoteFailedException.class);
            assertThatThrownBy(() -> client.cancel(Fixtures.cancel(Path.REMOTE)))
                    .isInstanceOf(RemoteFailedException.class);
            assertThat(local.asked()).isEmpty();
        }
    }

    @Test
    void finishesALocalHoldLocally() {
        try (var client = at(Stage.REMOTE)) {
            assertThat(client.confirm(Fixtures.confirm(Path.LOCAL)).source()).isEqualTo(Source.LOCAL);
            assertThat(client.release(Fixtures.release(Path.LOCAL)).source()).isEqualTo(Source.LOCAL);
            assertThat(client.cancel(Fixtures.cancel(Path.LOCAL)).source()).isEqualTo(Source.LOCAL);
            assertThat(local.asked()).containsExactly(Operation.CONFIRM, Operation.RELEASE, Operation.CANCEL);
            assertThat(service.requests()).isEmpty();
        }
    }

    /** Takes calls and does nothing with them. */
    private static final class RememberingMirror implements Mirror {
        private final List<MirroredCall<?>> calls = new CopyOnWriteArrayList<>();

        MirroredCall<?> only() {
            assertThat(calls).hasSize(1);
            return calls.get(0);
        }

        @Override
        public void mirror(MirroredCall<?> call) {
            calls.add(call);
        }

        @Override
        public void close() {}
    }
}
