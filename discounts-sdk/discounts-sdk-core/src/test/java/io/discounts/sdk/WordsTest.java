package io.discounts.sdk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the SDK's own words mean. */
class WordsTest {
    private final ManualTime time = new ManualTime();

    @Test
    void aDeadlinePassesAcrossTheOverflowOfItsClock() {
        var deadline = Deadline.after(Duration.ofSeconds(3), time);

        assertThat(deadline.left()).isEqualTo(Duration.ofSeconds(3));
        time.passes(Duration.ofMillis(2999));
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(1));
        time.passes(Duration.ofMillis(1));
        assertThat(deadline.hasPassed()).isTrue();
        time.passes(Duration.ofHours(1));
        assertThat(deadline.left()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, LOCAL", "SHADOW, LOCAL", "VERIFY, SHADOW", "REMOTE, VERIFY", "REMOTE_ONLY, REMOTE"})
    void aStageHasOneBelow(Stage stage, Stage below) {
        assertThat(stage.below()).isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, false", "SHADOW, false", "VERIFY, true", "REMOTE, true", "REMOTE_ONLY, true"})
    void theCallerWaitsForTheServiceFromVerifyOn(Stage stage, boolean waits) {
        assertThat(stage.asksRemote()).isEqualTo(waits);
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void onlySearchAndEvaluateAreReads(Operation operation) {
        assertThat(operation.isRead())
                .isEqualTo(operation.key().equals("search") || operation.key().equals("evaluate"));
    }

    @ParameterizedTest
    @CsvSource({"LOCAL, LOCAL", "REMOTE, REMOTE", "STALE, REMOTE"})
    void anAnswersPathIsTheSideItCameFrom(Source source, Path path) {
        assertThat(new Answer<>("value", source, Reason.STAGE, Stage.VERIFY, null).path())
                .isEqualTo(path);
    }

    @Test
    void aCallMayHaveABudgetAndACityOfItsOwn() {
        assertThat(Call.CHECKOUT.within(Duration.ofSeconds(1)).in("MAD"))
                .isEqualTo(new Call(Priority.CHECKOUT, Duration.ofSeconds(1), "MAD"));
        assertThatThrownBy(() -> Call.BROWSE.within(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBackendCallIsCancelledByNobodyUnlessSaid() {
        var call = new BackendCall(Priority.SHADOW, Deadline.after(Duration.ofSeconds(1), time));
        var cancellation = new Cancellation();

        assertThat(call.cancellation()).isSameAs(Cancellation.never());
        assertThat(call.with(cancellation).cancellation()).isSameAs(cancellation);
    }

    @Test
    void fastFailuresHaveNoStackTrace() {
        assertThat(new BreakerOpenException("open").getStackTrace()).isEmpty();
        assertThat(new BulkheadFullException("full").getStackTrace()).isEmpty();
        assertThat(new RemoteFailedException("broke off", null).getStackTrace()).isNotEmpty();
    }

    @Test
    void neitherSideIsToldWithBothCauses() {
        var remote = new RemoteTimeoutException("late", null);
        var local = new LocalFailedException("failed", new IllegalStateException("own"));

        var both = new DiscountsUnavailableException(remote, local);

        assertThat(both.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(both).hasCause(remote).hasSuppressedException(local);
    }
}
