package io.discounts.service.redemption;

import io.discounts.service.discount.Region;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.discounts.service.redemption.RedemptionOutcome.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Work is done once for each key, and answered the same for a day. */
class IdempotentTransactionTest {
    private static final String MARK = "INSERT INTO customer_gate (region, provider, external_id, customer, passed_at)"
            + " VALUES ('ES', 'p', 'mark', ?, '2026-11-22')";

    private final RedemptionStage stage = RedemptionStage.shared();
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void begin() {
        stage.empty(1);
    }

    @Test
    void doesTheWorkOnceAndRemembersTheAnswer() {
        var first = stage.writes.execute(order("a", this::marked));
        var again = stage.writes.execute(order("a", this::marked));

        assertThat(text(first)).isEqualTo("done 1");
        assertThat(text(again)).isEqualTo("done 1");
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void undoesTheWorkOfARefusalAndRemembersTheRefusal() {
        Supplier<RedemptionOutcome> refused = () -> {
            marked();
            return new Refused(Refusal.LIMIT_REACHED, "none left");
        };

        assertThat(text(stage.writes.execute(order("a", refused)))).isEqualTo("LIMIT_REACHED");
        assertThat(text(stage.writes.execute(order("a", this::marked)))).isEqualTo("LIMIT_REACHED");

        assertThat(marks()).isZero();
    }

    @Test
    void forgetsWhatCouldNotBeDoneNow() {
        Supplier<RedemptionOutcome> away = () -> {
            marked();
            return new RedemptionOutcome.Unavailable("no locks");
        };

        assertThat(stage.writes.execute(order("a", away))).isEqualTo(new WriteResult.Unavailable("no locks"));
        assertThat(marks()).isZero();
        assertThat(text(stage.writes.execute(order("a", this::marked)))).isEqualTo("done 2");
    }

    @Test
    void refusesWhatIsContendedAndForgetsTheRefusal() {
        Supplier<RedemptionOutcome> contended = () -> {
            marked();
            return new RedemptionOutcome.Contended(new Refused(Refusal.DISCOUNT_IN_USE, "somebody is at it"));
        };

        assertThat(text(stage.writes.execute(order("a", contended)))).isEqualTo("DISCOUNT_IN_USE");
        assertThat(marks()).isZero();
        assertThat(text(stage.writes.execute(order("a", this::marked)))).isEqualTo("done 2");
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        stage.writes.execute(order("a", this::marked));

        var other = new WriteOrder("test", "caller", "a", Columns.bytes("other"), this::marked, this::reply);

        assertThat(stage.writes.execute(other)).isEqualTo(new WriteResult.KeyReused());
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void tellsCallersKeysApart() {
        stage.writes.execute(order("a", this::marked));

        var others = new WriteOrder("test", "somebody", "a", Columns.bytes("content"), this::marked, this::reply);

        assertThat(text(stage.writes.execute(others))).isEqualTo("done 2");
    }

    @Test
    void takesAKeyForNewAfterADay() {
        stage.writes.execute(order("a", this::marked));
        stage.clock.advance(Duration.ofHours(24));
        assertThat(text(stage.writes.execute(order("a", this::marked)))).isEqualTo("done 1");

        stage.clock.advance(Duration.ofSeconds(1));

        assertThat(text(stage.writes.execute(order("a", this::marked)))).isEqualTo("done 2");
    }

    @Test
    void beginsAnewWhenItLosesADeadlock() {
        var answer = stage.writes.execute(order("a", () -> {
            var outcome = marked();
            if (calls.get() < 4) {
                throw new CannotAcquireLockException("deadlock");
            }
            return outcome;
        }));

        assertThat(text(answer)).isEqualTo("done 4");
        assertThat(marks()).isEqualTo(1);
    }

    @Test
    void doesNotBeginAnewOnceItHasWaitedForARowTooLong() {
        var answer = stage.writes.execute(order("a", () -> {
            marked();
            stage.clock.advance(Duration.ofSeconds(3));
            throw new CannotAcquireLockException("lock wait timeout");
        }));

        assertThat(answer).isInstanceOf(WriteResult.Unavailable.class);
        assertThat(calls).hasValue(1);
        assertThat(marks()).isZero();
    }

    @Test
    void givesUpAfterTheFourthDeadlock() {
        var answer = stage.writes.execute(order("a", () -> {
            marked();
            throw new CannotAcquireLockException("deadlock");
        }));

        assertThat(answer).isInstanceOf(WriteResult.Unavailable.class);
        assertThat(calls).hasValue(4);
        assertThat(marks()).isZero();
    }

    @Test
    void leavesNothingBehindAFailureNobodyForesaw() {
        assertThatThrownBy(() -> stage.writes.execute(order("a", () -> {
                    marked();
                    throw new IllegalStateException("a defect");
                })))
                .hasMessage("a defect");

        assertThat(marks()).isZero();
        assertThat(text(stage.writes.execute(order("a", this::marked)))).isEqualTo("done 2");
    }

    private WriteOrder order(String key, Supplier<RedemptionOutcome> work) {
        return new WriteOrder("test", "caller", key, Columns.bytes("content"), work, this::reply);
    }

    /** Work that can be seen in the database. */
    private RedemptionOutcome marked() {
        var call = calls.incrementAndGet();
        new JdbcTemplate(stage.database).update(MARK, Columns.bytes("c-" + call));
        return new Done(new Redemption(
                new RedemptionId("0".repeat(32)),
                call,
                new Region("ES"),
                "c-1",
                "ck-1",
                null,
                RedemptionStatus.HELD,
                stage.clock.instant(),
                List.of()));
    }

    private Reply reply(RedemptionOutcome outcome) {
        var text = switch (outcome) {
            case Done done -> "done " + done.redemption().fencingToken();
            case Refused refused -> refused.refusal().name();
            case RedemptionOutcome.Contended contended ->
                contended.refused().refusal().name();
            case RedemptionOutcome.Unavailable away -> throw new IllegalArgumentException(away.reason());
        };
        return new Reply(200, "text/plain", null, Columns.bytes(text));
    }

    private static String text(WriteResult result) {
        return Columns.text(((WriteResult.Answered) result).reply().body());
    }

    private int marks() {
        return stage.jdbc.queryForList("SELECT customer FROM customer_gate").size();
    }
}
