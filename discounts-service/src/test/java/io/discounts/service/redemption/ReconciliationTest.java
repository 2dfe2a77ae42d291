package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.UseReported;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.discounts.service.redemption.reconciliation.Difference;
import io.discounts.service.redemption.reconciliation.DifferenceKind;
import io.discounts.service.redemption.reconciliation.ReconciliationReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Whatever goes wrong with budgets, holds and uses is named; what is in order is not. */
class ReconciliationTest {
    private static final Region REGION = new Region("ES");

    private final RedemptionStage stage = RedemptionStage.shared();

    @BeforeEach
    void begin() {
        stage.empty(1);
    }

    @Test
    void findsNothingToNameInWhatTheServiceDoes() {
        given(limited("open"));
        given(limited("sliced").totalUses(1_000));
        given(limited("money").budget(10_000).usesPerCustomer(5));
        given(limited("alone").exclusiveUse());
        var held = hold("open", "sliced", "money", "alone");
        var confirmed = hold("open", "sliced", "money");
        confirm(confirmed);
        cancel(hold("sliced"));
        release(hold("open", "money"));
        given(limited("open").version(2).totalUses(1));
        hold("sliced");
        stage.clock.advance(Duration.ofMinutes(10));
        stage.expiring.sweep();

        var report = stage.reconciled();

        assertThat(report.listed()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.looked()).isEqualTo(new ReconciliationReport.Looked(2, 5, 11, 0));
        assertThat(held.status()).isEqualTo(RedemptionStatus.HELD);
    }

    @Test
    void findsNothingToNameWhereMoreWasUsedThanIsNowAllowed() {
        given(limited("lowered").totalUses(3));
        hold("lowered");
        release(hold("lowered"));
        hold("lowered");
        given(limited("lowered").version(2).totalUses(1));
        assertThat(inTransaction(() -> stage.redemptions.hold(request("lowered"))))
                .isInstanceOf(RedemptionOutcome.Refused.class);

        assertThat(stage.reconciled().listed()).isEmpty();
    }

    @Test
    void namesABudgetFromWhichMoreIsTakenThanIsUsed() {
        given(limited("lost").totalUses(3));
        hold("lost");

        stage.jdbc.update("UPDATE usage_budget SET uses_left = uses_left - 1");

        assertThat(differences())
                .containsExactly(new Difference(
                        DifferenceKind.BUDGET,
                        "ES",
                        "p:lost",
                        null,
                        "1 uses and 100 of money taken, as the charged uses come to",
                        "2 uses and 100 of money taken"));
    }

    @Test
    void namesASliceFromWhichTooLittleMoneyIsTaken() {
        given(limited("slice").budget(100_000));
        hold("slice");

        stage.jdbc.update("UPDATE usage_slice SET money_left = money_left + 1 WHERE slice = 0");

        assertThat(differences()).extracting(Difference::found).containsExactly("1 uses and 99 of money taken");
    }

    @Test
    void countsUsesFromBeforeThereWasABudget() {
        given(limited("adopted"));
        hold("adopted");
        given(limited("adopted").version(2).totalUses(5));
        hold("adopted");
        assertThat(differences()).isEmpty();

        stage.jdbc.update("UPDATE usage_budget SET charged_through = 0");

        assertThat(kinds()).containsExactly(DifferenceKind.BUDGET);
    }

    @Test
    void namesSlicesThatNobodyTakesFrom() {
        given(limited("stranded").totalUses(1_000));
        hold("stranded");

        stage.jdbc.update("UPDATE usage_budget SET spread = 15");

        assertThat(kinds()).containsExactly(DifferenceKind.STRANDED_SLICES);
    }

    @Test
    void namesChargedUsesWithoutABudget() {
        given(limited("unbudgeted").totalUses(3));
        hold("unbudgeted");

        stage.jdbc.update("DELETE FROM usage_budget");

        assertThat(differences())
                .extracting(Difference::kind, Difference::discountId, Difference::found)
                .containsExactly(tuple(DifferenceKind.MISSING_BUDGET, "p:unbudgeted", "none, and 1 charged uses"));
    }

    @Test
    void namesAUseThatIsNotGivenBackAndOneThatIsLost() {
        given(limited("use"));
        var released = hold("use");
        var confirmed = hold("use");
        release(released);
        confirm(confirmed);

        stage.jdbc.update("UPDATE redemption_line SET standing = 1 - standing");

        assertThat(differences())
                .extracting(Difference::kind, Difference::redemptionId, Difference::expected)
                .containsExactlyInAnyOrder(
                        tuple(
                                DifferenceKind.USE_NOT_GIVEN_BACK,
                                released.id().value(),
                                "given back, as the redemption is RELEASED"),
                        tuple(
                                DifferenceKind.LOST_USE,
                                confirmed.id().value(),
                                "a use, as the redemption is CONFIRMED"));
    }

    @Test
    void namesAUseOfAnotherCustomer() {
        given(limited("foreign"));
        hold("foreign");

        stage.jdbc.update("UPDATE redemption_line SET customer = 'c-2'");

        assertThat(kinds()).containsExactly(DifferenceKind.FOREIGN_USE);
    }

    @Test
    void namesUsesWithoutRedemptionsAndRedemptionsWithoutUses() {
        given(limited("orphan"));
        hold("orphan");

        stage.jdbc.update("UPDATE redemption_line SET number = number + 1");

        assertThat(kinds()).containsExactly(DifferenceKind.ORPHAN_USE, DifferenceKind.EMPTY_REDEMPTION);
    }

    @Test
    void namesALockThatHasOutlivedItsHold() {
        given(limited("stuck").exclusiveUse());
        var held = hold("stuck");

        stage.jdbc.update("UPDATE redemption SET status = 'CONFIRMED'");

        assertThat(differences())
                .extracting(Difference::kind, Difference::discountId, Difference::redemptionId, Difference::found)
                .containsExactly(tuple(
                        DifferenceKind.LOCK_WITHOUT_HOLD,
                        "p:stuck",
                        held.id().value(),
                        "a redemption that is CONFIRMED"));
    }

    @Test
    void namesLocksOfNobodyAndOfOtherDiscounts() {
        given(limited("taken").exclusiveUse());
        given(limited("free"));
        hold("taken", "free");

        stage.jdbc.update("INSERT INTO exclusive_hold SELECT region, provider, 'free', redemption, holder, expires_at"
                + " FROM exclusive_hold");
        stage.jdbc.update("INSERT INTO exclusive_hold SELECT region, provider, 'none', REPEAT('0', 32), holder,"
                + " expires_at FROM exclusive_hold WHERE external_id = 'free'");

        // A lock on what the redemption holds besides cannot be told from one it asked for.
        assertThat(differences())
                .extracting(Difference::discountId, Difference::found)
                .containsExactly(tuple("p:none", "no such redemption"));
    }

    @Test
    void namesALockOfAnotherHolderAndOfAnotherEnd() {
        given(limited("holder").exclusiveUse());
        given(limited("end").exclusiveUse());
        hold("holder", "end");

        stage.jdbc.update("UPDATE exclusive_hold SET holder = REPEAT('0', 16) WHERE external_id = 'holder'");
        stage.jdbc.update("UPDATE exclusive_hold SET expires_at = '2099-01-01 00:00:00' WHERE external_id = 'end'");

        assertThat(kinds()).containsExactly(DifferenceKind.FOREIGN_LOCK, DifferenceKind.FOREIGN_LOCK);
    }

    @Test
    void namesAHoldThatNobodyEnds() {
        given(limited("overdue"));
        var held = hold("overdue");

        stage.clock.advance(Duration.ofSeconds(330));
        assertThat(differences()).isEmpty();
        stage.clock.advance(Duration.ofMinutes(1));

        assertThat(differences())
                .extracting(Difference::kind, Difference::redemptionId)
                .containsExactly(tuple(DifferenceKind.OVERDUE_HOLD, held.id().value()));
    }

    @Test
    void namesACompensatedUseOfWhichNoOverrunTells() {
        given(limited("over").totalUses(1));
        var late = hold("over");
        stage.clock.advance(Duration.ofMinutes(6));
        stage.expiring.sweep();
        hold("over");
        inTransaction(() -> stage.uses.settle(
                new UseReported(DiscountId.parse("p:over"), REGION, 1, late.id().value(), "o-1")));
        assertThat(differences()).isEmpty();

        stage.jdbc.update("DELETE FROM usage_overrun");

        assertThat(kinds()).containsExactly(DifferenceKind.MISSING_OVERRUN);
    }

    @Test
    void countsAllAndListsTheFirstOfEachKind() {
        given(limited("many"));
        Stream.generate(() -> hold("many")).limit(12).forEach(held -> {});
        stage.clock.advance(Duration.ofHours(1));
        stage.jdbc.update("UPDATE redemption_line SET customer = 'c-2'");

        var report = stage.reconciled();

        assertThat(report.differences(DifferenceKind.OVERDUE_HOLD)).isEqualTo(12);
        assertThat(report.differences(DifferenceKind.FOREIGN_USE)).isEqualTo(12);
        assertThat(report.listed()).hasSize(20);
    }

    private static DiscountBuilder limited(String externalId) {
        return aDiscount().id("p:" + externalId);
    }

    private void given(DiscountBuilder discount) {
        stage.given(discount.build());
    }

    private static HoldRequest request(String... externalIds) {
        var discounts = Stream.of(externalIds)
                .map(id -> new HeldDiscount(new DiscountId("p", id), 100))
                .toList();
        return new HoldRequest(REGION, "c-1", "ck-1", discounts, Duration.ofMinutes(5));
    }

    private Redemption hold(String... externalIds) {
        return done(() -> stage.redemptions.hold(request(externalIds)));
    }

    private void confirm(Redemption held) {
        done(() -> stage.redemptions.confirm(held.id(), held.fencingToken(), "o-1"));
    }

    private void release(Redemption held) {
        done(() -> stage.redemptions.release(held.id(), held.fencingToken()));
    }

    private void cancel(Redemption held) {
        confirm(held);
        done(() -> stage.redemptions.cancel(held.id(), held.fencingToken()));
    }

    private Redemption done(Supplier<RedemptionOutcome> work) {
        return ((Done) inTransaction(work)).redemption();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(stage.transaction.execute(status -> {
            var outcome = work.get();
            if (outcome instanceof RedemptionOutcome.Refused) {
                status.setRollbackOnly();
            }
            return outcome;
        }));
    }

    private List<Difference> differences() {
        return stage.reconciled().listed();
    }

    private List<DifferenceKind> kinds() {
        return differences().stream().map(Difference::kind).toList();
    }
}
