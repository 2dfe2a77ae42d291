package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What nobody needs any more goes, and what limits are counted from stays. */
class ForgettingTest {
    private static final Region REGION = new Region("ES");

    private final RedemptionStage stage = RedemptionStage.shared();
    private final Forgetting forgetting = new Forgetting(
            stage.transaction, stage.jdbc, properties(Duration.ofDays(30), Duration.ofDays(400)), stage.clock);

    @BeforeEach
    void begin() {
        stage.empty(1);
        stage.givenOnce(
                "forgotten", aDiscount().id("p:forgotten").totalUses(1_000).usesPerCustomer(500));
    }

    @Test
    void forgetsWhatHasEndedAndKeepsWhatStands() {
        var held = hold(1_800);
        var confirmed = confirm(hold(10));
        release(hold(10));
        cancel(confirm(hold(10)));
        hold(10);
        stage.clock.advance(Duration.ofSeconds(20));
        stage.expiring.sweep();
        stage.clock.advance(Duration.ofDays(31));

        forgetting.sweep();

        assertThat(stage.jdbc.queryForList("SELECT id FROM redemption ORDER BY number", String.class))
                .containsExactly(held.id().value(), confirmed.id().value());
        assertThat(count("redemption_line")).isEqualTo(2);
        stage.expiring.sweep();
        assertThat(stage.reconciled().listed()).isEmpty();
    }

    @Test
    void keepsWhatHasEndedOfLateHoweverLongItWasHeldAgo() {
        var confirmed = confirm(hold(10));
        stage.clock.advance(Duration.ofDays(40));
        cancel(confirmed);

        forgetting.sweep();

        assertThat(count("redemption")).isEqualTo(1);
    }

    @Test
    void forgetsMoreThanABatchAtOnce() {
        var old = Columns.utc(stage.clock.instant());
        var rows = IntStream.rangeClosed(0, Forgetting.BATCH)
                .mapToObj(i -> new Object[] {String.format("%032x", i), old, old, old})
                .toList();
        stage.jdbc.batchUpdate(
                "INSERT INTO redemption (id, region, customer, checkout, status, expires_at, created_at, changed_at)"
                        + " VALUES (?, 'ES', 'c', 'ck', 'RELEASED', ?, ?, ?)",
                rows);
        stage.clock.advance(Duration.ofDays(31));

        forgetting.sweep();

        assertThat(count("redemption")).isZero();
    }

    @Test
    void forgetsGatesThatNobodyHasPassedForADay() {
        hold(10);
        stage.clock.advance(Duration.ofHours(23));
        forgetting.sweep();
        assertThat(count("customer_gate")).isEqualTo(1);

        stage.clock.advance(Duration.ofHours(2));
        forgetting.sweep();

        assertThat(count("customer_gate")).isZero();
    }

    @Test
    void forgetsOverrunsLastOfAll() {
        stage.jdbc.update(
                "INSERT INTO usage_overrun (region, provider, external_id, redemption, order_id, reason, recorded_at)"
                        + " VALUES ('ES', 'p', 'forgotten', 'theirs', 'o-1', 'UNKNOWN', ?)",
                Columns.utc(stage.clock.instant()));
        stage.clock.advance(Duration.ofDays(399));
        forgetting.sweep();
        assertThat(count("usage_overrun")).isEqualTo(1);

        stage.clock.advance(Duration.ofDays(2));
        forgetting.sweep();

        assertThat(count("usage_overrun")).isZero();
    }

    @Test
    void goesOnOnceTheDatabaseIsBack() {
        release(hold(10));
        stage.clock.advance(Duration.ofDays(31));
        var interrupted = new Forgetting(
                stage.transaction,
                new JdbcTemplate(stage.database),
                properties(Duration.ofDays(30), Duration.ofDays(400)),
                stage.clock);
        stage.database.failAt(3, MortalDatabase.Failure.LOSS);

        interrupted.sweep();
        assertThat(count("redemption")).isEqualTo(1);
        assertThat(count("redemption_line")).isEqualTo(1);

        stage.database.revive();
        interrupted.sweep();
        assertThat(count("redemption")).isZero();
    }

    @Test
    void refusesToForgetWhatMayStillBeAskedFor() {
        assertThatThrownBy(() -> properties(Duration.ofDays(1), Duration.ofDays(400)))
                .hasMessageContaining("keep-ended");
        assertThatThrownBy(() -> properties(Duration.ofDays(30), Duration.ofDays(29)))
                .hasMessageContaining("keep-overruns");
    }

    private static RedemptionProperties properties(Duration keepEnded, Duration keepOverruns) {
        var second = Duration.ofSeconds(1);
        return new RedemptionProperties(
                true, second, second, second, second, second, second, second, second, 1, keepEnded, keepOverruns);
    }

    private Redemption hold(int seconds) {
        var discounts = List.of(new HeldDiscount(new DiscountId("p", "forgotten"), 1));
        var request = new HoldRequest(REGION, "c-1", "ck-1", discounts, Duration.ofSeconds(seconds));
        return done(() -> stage.redemptions.hold(request));
    }

    private Redemption confirm(Redemption held) {
        return done(() -> stage.redemptions.confirm(held.id(), held.fencingToken(), "o-1"));
    }

    private void release(Redemption held) {
        done(() -> stage.redemptions.release(held.id(), held.fencingToken()));
    }

    private void cancel(Redemption held) {
        done(() -> stage.redemptions.cancel(held.id(), held.fencingToken()));
    }

    private Redemption done(Supplier<RedemptionOutcome> work) {
        var outcome = Objects.requireNonNull(stage.transaction.execute(status -> work.get()));
        return ((Done) outcome).redemption();
    }

    private long count(String table) {
        return Objects.requireNonNull(stage.jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class));
    }
}
