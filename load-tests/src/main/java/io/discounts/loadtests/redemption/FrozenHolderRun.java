package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Checkout;
import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.Crowd;
import io.discounts.loadtests.harness.Held;
import io.discounts.loadtests.harness.HeldRows;
import io.discounts.loadtests.harness.Options;
import io.discounts.service.devservers.ServerProcess;
import org.awaitility.Awaitility;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The instance that has a hold in its hands is frozen until the hold's time is over: with the confirm on its way, with the
 * confirm begun and with the hold itself not committed. Of an exclusive discount with a single use another customer gets it, or
 * the first one does; never both.
 */
@SuppressWarnings("try") // Rows are held, not used.
public final class FrozenHolderRun {
    private static final String NAME = "frozen-holder-run";
    private static final int HOLD_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 30;

    private final Stage stage;
    private final ServerProcess frozen;
    private final Checkout one;
    private final Checkout other;
    private final Duration time;
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();

    private FrozenHolderRun(Stage stage, Duration time) {
        this.stage = stage;
        this.frozen = stage.instances().getFirst().process();
        this.one = new Checkout(List.of(stage.instances().getFirst()));
        this.other = new Checkout(List.of(stage.instances().getLast()));
        this.time = time;
    }

    /**
     * Options: {@code frozen} seconds, longer than a hold's 10; {@code long}, so long that MySQL gives up on what the instance
     * has begun; {@code clients} of the crowd that comes last and the exclusive {@code discounts} it wants.
     */
    public static void run(Options options) throws Exception {
        var time = Duration.ofSeconds(options.number("frozen", 14));
        var longTime = Duration.ofSeconds(options.number("long", 66));
        var crowd = new Crowd(options.number("clients", 24));
        var discounts = options.number("discounts", 12);
        options.requireNoOthers();
        var stage = Stage.of(NAME);
        var run = new FrozenHolderRun(stage, time);
        run.confirmOnItsWay(run.single("on-its-way"));
        run.confirmBegun(run.single("begun"), time);
        run.confirmBegun(run.single("begun-for-long"), longTime);
        run.holdBegun(run.single("taking"));
        run.crowd(crowd, Stage.exclusives("alone", discounts));
        stage.books().awaitNoHold();
        stage.books().requireReconciled();
        stage.books().requireTold();
        stage.report().line("took %d s", stage.report().elapsed().toSeconds());
    }

    /** A discount with one use, which has been held and given back once: its budget has a row. */
    private Offer single(String externalId) throws IOException, InterruptedException {
        var offer = Offer.exclusive(externalId, 1);
        stage.publish(List.of(offer));
        var hold = awaitTurn(other, offer, "nobody").held();
        other.insist(0, CheckoutCall.release(externalId + "-nobody-release", hold));
        return offer;
    }

    private static CheckoutCall hold(Offer offer, String customer) {
        return CheckoutCall.hold(offer.externalId() + '-' + customer, customer, offer.discountId(), HOLD_SECONDS);
    }

    private static CheckoutCall confirm(Offer offer, String customer, Held hold) {
        return CheckoutCall.confirm(offer.externalId() + '-' + customer + "-confirm", hold);
    }

    /** Nothing of it is in the database yet. */
    private void confirmOnItsWay(Offer offer) throws Exception {
        var first = awaitTurn(one, offer, "first").held();
        frozen.pause();
        var confirming = sendToFrozen(confirm(offer, "first", first));
        var second = awaitTurn(other, offer, "second").held();
        frozen.resume();
        var answer = settled(confirming, confirm(offer, "first", first));
        var stale = new Held(second.redemptionId(), "HELD", first.fencingToken(), second.expiresAt());
        var stolen = other.insist(0, CheckoutCall.confirm(offer.externalId() + "-stolen", stale));
        Books.require(stolen.isRefused("fencing-token-stale"), "The first one's token got " + stolen);
        finish(offer, second);
        tell(offer, "the first one's confirm got %s, its token %s".formatted(answer.word(), stolen.word()));
    }

    /** The redemption's row is locked by who is frozen. */
    private void confirmBegun(Offer offer, Duration howLong) throws Exception {
        var first = awaitTurn(one, offer, "first").held();
        Future<CheckoutAnswer> confirming;
        try (var row = HeldRows.ofRedemption(stage.servers().database(), first.redemptionId())) {
            confirming = sendToFrozen(confirm(offer, "first", first));
            awaitWaiting();
            frozen.pause();
        }
        var turn = customers.submit(() -> awaitTurn(other, offer, "second"));
        TimeUnit.MILLISECONDS.sleep(howLong.toMillis());
        var when = turn.isDone() ? "before" : "not before";
        frozen.resume();
        var answer = settled(confirming, confirm(offer, "first", first));
        var second = turn.get();
        if (second.isDone()) {
            finish(offer, second.held());
        }
        tell(
                offer,
                "the first one's confirm got %s, the second one's hold %s, %s the first was let go"
                        .formatted(answer.word(), second.word(), when));
    }

    /** Lock, exclusive use and redemption are written and not committed. */
    private void holdBegun(Offer offer) throws Exception {
        Sent holding;
        try (var row = HeldRows.ofBudget(stage.servers().database(), offer.externalId())) {
            holding = holdThatWaits(offer);
            frozen.pause();
        }
        var turn = customers.submit(() -> awaitTurn(other, offer, "second"));
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        frozen.resume();
        var first = settled(holding.answer(), holding.call());
        if (first.isDone()) {
            one.insist(0, confirm(offer, "first", first.held()));
        }
        var second = turn.get();
        if (second.isDone()) {
            finish(offer, second.held());
        }
        tell(offer, "the first one's hold got %s, the second one's %s".formatted(first.word(), second.word()));
    }

    /** A customer asks one instance until it has the discount, or it is used up. */
    private static CheckoutAnswer awaitTurn(Checkout instance, Offer offer, String customer)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        for (int attempt = 0; ; attempt++) {
            var key = "%s-%s-%d".formatted(offer.externalId(), customer, attempt);
            var answer = instance.insist(0, CheckoutCall.hold(key, customer, offer.discountId(), HOLD_SECONDS));
            if (answer.isDone() || answer.isRefused("limit-reached")) {
                return answer;
            }
            Books.require(System.nanoTime() - began < PATIENCE.toNanos(), "Nobody gets it: " + answer);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void finish(Offer offer, Held second) throws IOException {
        var answer = other.insist(0, confirm(offer, "second", second));
        Books.require(answer.isDone() || answer.isRefused("hold-expired"), "The second one's confirm got " + answer);
    }

    /** Holds are refused before they come to the row for as long as the lock of whoever had it before is not let go. */
    private Sent holdThatWaits(Offer offer) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var call = hold(offer, "first-" + attempt);
            var sent = new Sent(call, sendToFrozen(call));
            awaitUntil(() -> sent.answer().isDone() || waits());
            if (!sent.answer().isDone()) {
                return sent;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("No hold comes to the budget's row");
    }

    private record Sent(CheckoutCall call, Future<CheckoutAnswer> answer) {}

    private Future<CheckoutAnswer> sendToFrozen(CheckoutCall call) {
        return customers.submit(() -> one.send(0, call, PATIENCE));
    }

    /** An answer for good: asks again with the same key where there was none. */
    private CheckoutAnswer settled(Future<CheckoutAnswer> sent, CheckoutCall call) throws Exception {
        var answer = sent.get();
        return answer.isForNow() ? one.insist(0, call) : answer;
    }

    /** Clients of both instances want the same few discounts while one is frozen wherever it is. */
    private void crowd(Crowd crowd, List<Offer> exclusive) throws InterruptedException {
        var plain = Offer.limited("plain", 1_000_000);
        stage.publish(exclusive);
        stage.publish(List.of(plain));
        var shoppers = new Shoppers(exclusive, plain, stage.checkout()::insist, stage.checkout());
        var freezer = Thread.ofVirtual().start(() -> freezeAmid(shoppers));
        crowd.each(shoppers::shop);
        freezer.join();
        stage.books().awaitNoHold();
        Books.requireNone(shoppers.overlaps(), "Two customers had it at a time");
        stage.books().requireTurns(shoppers.exclusiveIds());
    }

    private void freezeAmid(Shoppers shoppers) {
        try {
            TimeUnit.SECONDS.sleep(5);
            frozen.pause();
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            frozen.resume();
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shoppers.goHome();
        }
    }

    private void awaitWaiting() {
        awaitUntil(this::waits);
    }

    /** Whether somebody's transaction waits for the row that is held. */
    private boolean waits() {
        return stage.tables().waitingTransactions() > 0;
    }

    private static void awaitUntil(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(8))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    /** One of the two has it, in time or late. */
    private void tell(Offer offer, String what) {
        var statuses = stage.tables().statuses(offer);
        var sold = statuses.getOrDefault("CONFIRMED", 0L) + statuses.getOrDefault("CONFIRMED_LATE", 0L);
        Books.require(sold == 1, "Not one has it: " + statuses);
        stage.report().line("%s: %s; the table has %s", offer.externalId(), what, statuses);
    }
}
