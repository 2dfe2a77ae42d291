package io.discounts.sdk.rollout;

import io.discounts.sdk.Answer;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Fixtures;
import io.discounts.sdk.LocalSearch;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.ScriptedService;
import io.discounts.sdk.Source;
import io.discounts.sdk.Stage;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.report.Steering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A client as hosts put it together: flags in a file, a guard, and a service on a real socket. */
@Timeout(180)
class GuardedClientTest {
    @TempDir
    private Path directory;

    private final List<StepDown> steps = new CopyOnWriteArrayList<>();
    private final Guard guard = new Guard(GuardFixture.impatient(), steps::add);
    private Path file;
    private ScriptedService service;
    private Rollout rollout;
    private DiscountsClient client;

    @BeforeEach
    void start() throws IOException {
        file = directory.resolve("flags.json");
        Files.writeString(file, FlagFiles.of("REMOTE", false));
        service = ScriptedService.start().does(ScriptedService.json(Fixtures.SEARCH_JSON));
        rollout = Rollout.from(FlagSources.file(file)).guard(guard).build();
        client = DiscountsClient.builder()
                .service(service.uri())
                .local(new LocalSearch())
                .rollout(rollout)
                // Named again, as hosts may; it must not count twice.
                .observer(guard)
                .build();
        awaitSearch(Source.REMOTE, Reason.STAGE);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        rollout.close();
        service.close();
    }

    @Test
    void answersLocallyOnceTheKillSwitchIsInTheFile() throws IOException {
        Files.writeString(file, FlagFiles.of("REMOTE", true));

        awaitSearch(Source.LOCAL, Reason.KILL_SWITCH);
    }

    @Test
    void answersLocallyWithTheNextCallWhenTheKillSwitchIsTurnedByHand() throws IOException {
        Files.delete(file);

        rollout.killSwitch().turnOn();

        assertThat(search().reason()).isEqualTo(Reason.KILL_SWITCH);
    }

    @Test
    void stepsDownWhenTheServiceRefusesToUnderstand() throws IOException {
        service.does(ScriptedService.json("{\"stores\":"));

        var calls = searchUntilSteppedDown();

        assertThat(steps.get(0).calls()).isLessThanOrEqualTo(calls);
        assertThat(steps.get(0).from()).isEqualTo(Stage.REMOTE);
        assertThat(steps.get(0).to()).isEqualTo(Stage.VERIFY);
        assertThat(search().stage()).isLessThan(Stage.REMOTE);
        guard.reset(Operation.SEARCH);
        assertThat(search().stage()).isEqualTo(Stage.REMOTE);
    }

    @Test
    void tellsInItsReportWhatSaysWhereCallsGo() {
        service.does(ScriptedService.json("{\"stores\":"));
        searchUntilSteppedDown();
        rollout.killSwitch().turnOn("a test");

        var steering = client.report().steering();

        assertThat(steering.operations())
                .contains(new Steering.Steered(Operation.SEARCH, "REMOTE", Stage.REMOTE, Stage.VERIFY));
        assertThat(steering.stepDowns()).extracting(Steering.SteppedDown::step).containsExactlyElementsOf(steps);
        assertThat(steering.killSwitch()).containsExactly(new KillSwitch.Hold(KillSwitch.Hand.CODE, "a test"));
        assertThat(steering.readings())
                .extracting(FlagReading::flag)
                .contains(FlagKeys.KILL_SWITCH, FlagKeys.SEARCH_STAGE, FlagKeys.EVALUATE_STAGE);
    }

    private long searchUntilSteppedDown() {
        var calls = new AtomicLong();
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            search();
            calls.incrementAndGet();
            return !steps.isEmpty();
        });
        return calls.get();
    }

    private Answer<SearchAnswer> search() {
        return client.search(Fixtures.SEARCH);
    }

    private void awaitSearch(Source source, Reason reason) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            var answer = search();
            assertThat(answer.source()).isEqualTo(source);
            assertThat(answer.reason()).isEqualTo(reason);
        });
    }
}
