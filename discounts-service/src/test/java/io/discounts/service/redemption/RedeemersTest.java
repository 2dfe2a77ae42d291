package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/** A walk over redemptions as the service writes them finds their customers. */
class RedeemersTest {
    private static final Region REGION = new Region("ES");
    private static final DiscountId REDEEMED = new DiscountId("p", "redeemed");

    /** Ids that no test has deleted: their rows in the index linger and are locked together with their neighbours. */
    private static final long UNSEEN_IDS = -28;

    private final RedemptionStage stage = RedemptionStage.shared();
    private final PossibleUses possible = new PossibleUses(1_000, stage.clock);
    private final JdbcRedemptions committed = new JdbcRedemptions(stage.jdbc);
    private final CustomerUses uses = new CustomerUses(
            possible,
            committed::uses,
            Runnable::run,
            Duration.ofSeconds(5),
            new RedemptionMetrics(new SimpleMeterRegistry()),
            stage.clock);
    private final RedemptionWalk walk = walk(new JdbcRedeemers(stage.jdbc));

    @BeforeEach
    void begin() {
        stage.empty(1);
        stage.givenOnce("redeemed", aDiscount().id("p:redeemed").usesPerCustomer(5));
    }

    @Test
    void findsCustomersWhateverBecomesOfTheirHolds() {
        hold("holds");
        var confirmed = hold("confirms");
        change(() -> stage.redemptions.confirm(confirmed.id(), confirmed.fencingToken(), "o-1"));
        var cancelled = hold("cancels");
        change(() -> stage.redemptions.confirm(cancelled.id(), cancelled.fencingToken(), "o-2"));
        change(() -> stage.redemptions.cancel(cancelled.id(), cancelled.fencingToken()));

        walk.walk();

        assertThat(List.of("holds", "confirms", "cancels")).allMatch(this::isKnown);
        assertThat(isKnown("browses")).isFalse();
    }

    @Test
    void knowsWhoMayConfirmLateBeforeTheyDo() {
        var held = hold("is-late");
        stage.clock.advance(Duration.ofHours(1));
        stage.expiring.sweep();
        assertThat(committed.uses(REGION, "is-late")).isEmpty();
        walk.walk();

        change(() -> stage.redemptions.confirm(held.id(), held.fencingToken(), "o-1"));

        assertThat(committed.uses(REGION, "is-late")).hasSize(1);
        assertThat(isKnown("is-late")).isTrue();
    }

    @Test
    void findsTheCustomerOfAHoldThatIsCommittedAfterALaterOne() {
        stage.empty(UNSEEN_IDS);
        stage.transaction.executeWithoutResult(earlier -> {
            take("earlier");
            besides().executeWithoutResult(later -> take("later"));
            walk.walk();
            assertThat(isKnown("later")).isTrue();
            assertThat(isKnown("earlier")).isFalse();
        });

        walk.walk();

        assertThat(isKnown("earlier")).isTrue();
    }

    @Test
    void findsUsesThatAreGivenBackAndThoseThatStandAgain() {
        var given = hold("gives-back");
        var late = hold("is-late");
        walk.walk();
        assertThat(uses("gives-back")).isEqualTo(1);
        assertThat(uses("is-late")).isEqualTo(1);

        change(() -> stage.redemptions.release(given.id(), given.fencingToken()));
        stage.clock.advance(Duration.ofHours(1));
        stage.expiring.sweep();
        walk.walk();
        assertThat(uses("gives-back")).isZero();
        assertThat(uses("is-late")).isZero();

        change(() -> stage.redemptions.confirm(late.id(), late.fencingToken(), "o-1"));
        walk.walk();
        assertThat(uses("is-late")).isEqualTo(1);
    }

    @Test
    void readsOnlyWhatHasChangedOfLate() {
        hold("c-1");
        stage.clock.advance(Duration.ofHours(1));
        var held = hold("c-2");
        var rows = new JdbcRedeemers(stage.jdbc);

        var late = rows.changedAfter(stage.clock.instant().minusSeconds(60), 0, 10);

        assertThat(late)
                .containsExactly(new Redeemer(
                        held.fencingToken(),
                        Pseudonym.of(REGION, "c-2"),
                        List.of(REDEEMED),
                        RedemptionStatus.HELD,
                        stage.clock.instant(),
                        stage.clock.instant()));
        assertThat(rows.changedAfter(stage.clock.instant(), held.fencingToken(), 10))
                .isEmpty();
    }

    @Test
    void goesOnOnceTheDatabaseIsBack() {
        hold("c-1");
        var interrupted = walk(new JdbcRedeemers(new JdbcTemplate(stage.database)));
        stage.database.failAt(1, MortalDatabase.Failure.LOSS);

        interrupted.walk();
        assertThat(possible.isCurrent()).isFalse();

        stage.database.revive();
        interrupted.walk();
        assertThat(isKnown("c-1")).isTrue();
    }

    private RedemptionWalk walk(JdbcRedeemers rows) {
        return new RedemptionWalk(rows, uses, possible, stage.clock);
    }

    private long uses(String customer) {
        return uses.visit(REGION, customer).uses(new DiscountKey(REGION, REDEEMED), 1);
    }

    private boolean isKnown(String customer) {
        return possible.isCurrent()
                && possible.timesAtMost(PossibleUses.Mark.of(Pseudonym.of(REGION, customer)), REDEEMED, 1) > 0;
    }

    private TransactionTemplate besides() {
        var own = new TransactionTemplate(Objects.requireNonNull(stage.transaction.getTransactionManager()));
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return own;
    }

    private Redemption hold(String customer) {
        return Objects.requireNonNull(stage.transaction.execute(status -> take(customer)));
    }

    private Redemption take(String customer) {
        var discounts = List.of(new HeldDiscount(REDEEMED, 1));
        var request = new HoldRequest(REGION, customer, "ck-" + customer, discounts, Duration.ofMinutes(5));
        return ((Done) stage.redemptions.hold(request)).redemption();
    }

    private void change(Supplier<RedemptionOutcome> change) {
        var outcome = Objects.requireNonNull(stage.transaction.execute(status -> change.get()));
        assertThat(outcome).isInstanceOf(Done.class);
    }
}
