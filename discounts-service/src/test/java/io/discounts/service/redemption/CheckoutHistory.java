package io.discounts.service.redemption;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.UseReported;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.redemption.CheckoutModel.Terms;
import io.discounts.service.redemption.CheckoutModel.View;
import io.discounts.service.redemption.CheckoutStep.Allow;
import io.discounts.service.redemption.CheckoutStep.Cancel;
import io.discounts.service.redemption.CheckoutStep.Confirm;
import io.discounts.service.redemption.CheckoutStep.Hold;
import io.discounts.service.redemption.CheckoutStep.LoseLocks;
import io.discounts.service.redemption.CheckoutStep.Release;
import io.discounts.service.redemption.CheckoutStep.Retry;
import io.discounts.service.redemption.CheckoutStep.Sweep;
import io.discounts.service.redemption.CheckoutStep.Used;
import io.discounts.service.redemption.CheckoutStep.Wait;
import io.discounts.service.redemption.CheckoutStep.Withdraw;
import io.discounts.service.redemption.CheckoutStep.Write;
import io.discounts.service.redemption.RedemptionOutcome.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays steps on the stage and on the model. After each of them, whether it failed somewhere or not, the tables tell what the
 * model says, and every key is answered as it was before; after each that failed reconciliation finds nothing. A step that failed has happened or has
 * not; which of the two, its idempotency key tells, and the model follows.
 */
final class CheckoutHistory {
    private static final Region REGION = new Region("ES");
    private static final long MOST = Long.MAX_VALUE;
    private static final long MONEY = 1_500;
    private static final String ORDER = "o-1";

    /** A write somebody has asked for. The number of its key is its place. */
    private record Asked(Write step, @Nullable String redemption) {}

    private final RedemptionStage stage;
    private final List<Asked> asked = new ArrayList<>();
    private CheckoutModel model;

    private CheckoutHistory(RedemptionStage stage, CheckoutModel model) {
        this.stage = stage;
        this.model = model;
    }

    private static CheckoutHistory begin(RedemptionStage stage, long seed) {
        stage.empty(seed);
        stage.givenOnce("alone", aDiscount().id("p:alone").exclusiveUse());
        stage.givenOnce("mine", aDiscount().id("p:mine").usesPerCustomer(1));
        stage.givenOnce("money", aDiscount().id("p:money").budget(MONEY));
        stage.givenOnce("few", few(1));
        return new CheckoutHistory(
                stage,
                new CheckoutModel(Map.of(
                        "alone", new Terms(MOST, MOST, MOST, true, false),
                        "few", new Terms(1, MOST, MOST, false, false),
                        "mine", new Terms(MOST, MOST, 1, false, false),
                        "money", new Terms(MOST, MONEY, MOST, false, false))));
    }

    private static DiscountBuilder few(int total) {
        var few = aDiscount().id("p:few");
        return total == 0 ? few : few.totalUses(total);
    }

    /** Plays steps to their end, and to that of all holds: then nothing is stuck. Whether any failed as planned. */
    static boolean play(RedemptionStage stage, long seed, List<PlannedStep> steps) {
        var history = begin(stage, seed);
        var failed = false;
        for (var step : steps) {
            failed |= history.play(step);
        }
        history.end();
        return failed;
    }

    private boolean play(PlannedStep planned) {
        if (planned.failsAt() > 0) {
            stage.database.failAt(planned.failsAt(), planned.failure());
        }
        play(planned.step());
        var failed = stage.database.hasFailed();
        stage.database.revive();
        if (failed) {
            assertThat(stage.reconciled().listed()).isEmpty();
        }
        return failed;
    }

    private void end() {
        play(new Wait(3_600));
        play(new Sweep());
        play(new Hold("c-last", List.of("alone", "mine", "money"), 1, 10));
        play(new Hold("c-last", List.of("few"), 1, 10));
        assertThat(stage.reconciled().listed()).isEmpty();
    }

    private void play(CheckoutStep step) {
        switch (step) {
            case Hold hold -> ask(new Asked(hold, null));
            case Confirm confirm -> askOf(confirm, confirm.redemption());
            case Release release -> askOf(release, release.redemption());
            case Cancel cancel -> askOf(cancel, cancel.redemption());
            case Retry retry -> {
                if (!asked.isEmpty()) {
                    ask(retry.write() % asked.size());
                }
            }
            case Used used -> used(used.redemption());
            case Sweep ignored -> {
                var swept = model.copy();
                swept.sweep(stage.clock.instant());
                unkeyed(stage.expiring::sweep, swept);
            }
            case Wait passing -> stage.clock.advance(Duration.ofSeconds(passing.seconds()));
            case LoseLocks ignored -> stage.locks.loseAll();
            case Allow allow -> allow(allow.total());
            case Withdraw withdraw -> withdraw(withdraw.withdrawn());
        }
    }

    private void askOf(Write step, int redemption) {
        var ids = model.ids();
        if (!ids.isEmpty()) {
            ask(new Asked(step, ids.get(redemption % ids.size())));
        }
    }

    private void ask(Asked write) {
        asked.add(write);
        ask(asked.size() - 1);
    }

    private void ask(int place) {
        var write = asked.get(place);
        var order = order(write, place);
        var before = replyTo(order);
        var expected = expect(write);

        var result = execute(order);

        var reply = replyTo(order);
        if (before != null) {
            assertThat(reply).isEqualTo(before);
        } else if (reply != null) {
            model = expected.after(reply);
        }
        if (before == null && reply == null && Refusal.DISCOUNT_IN_USE.name().equals(result)) {
            assertThat(expected.contended()).as("the refusal does not stand").isTrue();
        } else if (result != null || !stage.database.isGone()) {
            assertThat(result).isNotNull().isEqualTo(reply);
        }
        agree();
    }

    /** What is to be answered, and what is so then. */
    private record Expected(
            CheckoutModel before,
            CheckoutModel after,
            @Nullable Refusal refusal,
            boolean contended) {
        /** A hold gets its name from the answer. */
        CheckoutModel after(String reply) {
            assertThat(reply).startsWith(refusal == null ? "DONE " : refusal.name());
            return refusal == null ? after.renamed(reply.substring("DONE ".length())) : before;
        }
    }

    private Expected expect(Asked write) {
        var now = stage.clock.instant();
        var id = Objects.requireNonNullElse(write.redemption(), CheckoutModel.NEW);
        var after = model.copy();
        var refusal = switch (write.step()) {
            case Hold hold -> after.hold(id, hold, now, this::isTurnedAway);
            case Confirm confirm -> confirm.staleToken() ? Refusal.FENCING_TOKEN_STALE : after.confirm(id, now, ORDER);
            case Release release -> release.staleToken() ? Refusal.FENCING_TOKEN_STALE : after.release(id);
            case Cancel cancel -> cancel.staleToken() ? Refusal.FENCING_TOKEN_STALE : after.cancel(id);
        };
        return new Expected(model, after, refusal, isContended(write));
    }

    /** Whether it may be refused for what nobody holds. */
    private boolean isContended(Asked write) {
        return write.step() instanceof Hold hold
                && hold.discounts().stream()
                        .anyMatch(one -> model.terms(one).exclusive() && !model.isHeld(one) && isTurnedAway(one));
    }

    /** By a lock of a few seconds that whoever died or lost its connection has left. */
    private boolean isTurnedAway(String discount) {
        var key = key(discount);
        return stage.locks.isLocked(key) && !stage.locks.isOrphan(key);
    }

    private WriteOrder order(Asked write, int place) {
        return new WriteOrder(
                "model",
                "",
                "key-" + place,
                Columns.bytes(write.toString()),
                () -> work(write),
                outcome -> new Reply(200, "text/plain", null, Columns.bytes(told(outcome))));
    }

    private RedemptionOutcome work(Asked write) {
        if (write.step() instanceof Hold hold) {
            return stage.redemptions.hold(request(hold));
        }
        var id = new RedemptionId(Objects.requireNonNull(write.redemption()));
        var token = stage.token(id);
        return switch (write.step()) {
            case Hold hold -> throw new IllegalArgumentException(hold.toString());
            case Confirm confirm -> stage.redemptions.confirm(id, confirm.staleToken() ? token - 1 : token, ORDER);
            case Release release -> stage.redemptions.release(id, release.staleToken() ? token + 1 : token);
            case Cancel cancel -> stage.redemptions.cancel(id, cancel.staleToken() ? token + 1 : token);
        };
    }

    private static HoldRequest request(Hold hold) {
        var discounts = hold.discounts().stream()
                .map(one -> new HeldDiscount(new DiscountId("p", one), hold.amount()))
                .toList();
        return new HoldRequest(REGION, hold.customer(), "ck-1", discounts, Duration.ofSeconds(hold.seconds()));
    }

    private static String told(RedemptionOutcome outcome) {
        return switch (outcome) {
            case Done done -> "DONE " + done.redemption().id();
            case RedemptionOutcome.Refused refused -> refused.refusal().name();
            case RedemptionOutcome.Contended contended -> told(contended.refused());
            case RedemptionOutcome.Unavailable away -> away.reason();
        };
    }

    /** Null if nothing is told. */
    private @Nullable String execute(WriteOrder order) {
        return switch (stage.writes.execute(order)) {
            case WriteResult.Answered answered -> Columns.text(answered.reply().body());
            case WriteResult.Unavailable ignored -> null;
            case WriteResult.InProgress inProgress -> throw new AssertionError(inProgress);
            case WriteResult.KeyReused reused -> throw new AssertionError(reused);
        };
    }

    private @Nullable String replyTo(WriteOrder order) {
        return stage.keptReply(order.digest());
    }

    private void used(int redemption) {
        var ids = model.ids();
        if (!ids.isEmpty()) {
            var id = ids.get(redemption % ids.size());
            var after = model.copy();
            after.used(id, stage.clock.instant(), ORDER);
            var discount = new DiscountId("p", model.entry(id).discounts().getFirst());
            var report = new UseReported(discount, REGION, 1, id, ORDER);
            unkeyed(() -> stage.transaction.execute(status -> stage.uses.settle(report)), after);
        }
    }

    /** What nobody gave a key has happened or has not, and may be done again. */
    private void unkeyed(Runnable work, CheckoutModel after) {
        var thrown = false;
        try {
            work.run();
        } catch (DataAccessException | TransactionException failure) {
            thrown = true;
        }
        assertThat(thrown).as("fails only if it is made to").matches(it -> !it || stage.database.hasFailed());
        if (!stage.database.hasFailed() || !observed().equals(model.view())) {
            model = after;
        }
        agree();
    }

    private void allow(int total) {
        stage.givenAgain("few", few(total));
        model.setTerms("few", new Terms(total == 0 ? MOST : total, MOST, MOST, false, false));
    }

    private void withdraw(boolean withdrawn) {
        var terms = model.terms("few");
        var few = few(terms.total() == MOST ? 0 : (int) terms.total());
        stage.givenAgain("few", few);
        if (withdrawn) {
            stage.discounts().withdrawn(few.version(stage.nextVersion() - 1).build());
        }
        model.setTerms("few", new Terms(terms.total(), MOST, MOST, false, withdrawn));
    }

    private void agree() {
        assertThat(observed()).isEqualTo(model.view());
    }

    private View observed() {
        var redemptions = new TreeMap<String, String>();
        stage.jdbc.query("SELECT id, status, order_id FROM redemption", row -> {
            redemptions.put(row.getString(1), row.getString(2) + "/" + Columns.textOrNull(row.getBytes(3)));
        });
        var locks = new TreeMap<String, String>();
        stage.jdbc.query("SELECT external_id, redemption FROM exclusive_hold", row -> {
            locks.put(row.getString(1), row.getString(2));
        });
        var overruns = stage.jdbc.query(
                "SELECT external_id, redemption FROM usage_overrun",
                (row, at) -> row.getString(1) + '/' + Columns.text(row.getBytes(2)));
        var events = stage.jdbc.queryForList("SELECT event_id FROM event_outbox", String.class);
        return new View(
                redemptions,
                locks,
                Set.copyOf(overruns),
                events.stream().map(event -> event.replace("/p:", "/")).sorted().toList());
    }

    private static DiscountKey key(String discount) {
        return new DiscountKey(REGION, new DiscountId("p", discount));
    }
}
