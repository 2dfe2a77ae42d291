package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.Crowd;
import io.discounts.loadtests.harness.Held;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A sale during which an instance is killed and started again. */
final class KilledSale {
    private static final int HOLD_SECONDS = 10;

    /** What a customer does who holds it. */
    private enum Mind {
        CONFIRM,
        WALK_AWAY,
        /** And does not ask again if the instance dies in its call: nobody knows then whether it holds anything. */
        WALK_AWAY_IF_UNANSWERED
    }

    private final Stage stage;
    private final Offer offer;
    private final Crowd crowd;
    private final int total;
    private final int attempts;
    private final long seed;
    private final CountDownLatch half = new CountDownLatch(1);
    private final AtomicInteger granted = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private int customers;

    KilledSale(Stage stage, Offer offer, Crowd crowd, int total, int attempts, long seed) {
        this.stage = stage;
        this.offer = offer;
        this.crowd = crowd;
        this.total = total;
        this.attempts = attempts;
        this.seed = seed;
    }

    /** Sells until all are confirmed, and then no more. */
    void sell() throws InterruptedException {
        var killer = Thread.ofVirtual().start(this::killOne);
        rush(attempts);
        killer.join();
        var rounds = 1;
        for (stage.books().awaitNoHold(); confirmed() < total; stage.books().awaitNoHold()) {
            Books.require(
                    rounds++ < 10,
                    "Uses are left that nobody can have: " + stage.tables().statuses(offer));
            rush(2 * total);
        }
        stage.report()
                .line(
                        "killed: sold out after %d rounds; %,d calls were sent again, %,d were left unanswered",
                        rounds, stage.checkout().repeated(), unanswered.get());
        requireSoldOut();
        requireKept();
    }

    private void killOne() {
        try {
            half.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        var victim = stage.instances().getFirst().process();
        var held = stage.tables().statuses(offer);
        victim.kill();
        stage.report().line("killed: instance a, at %s", held);
        victim.start();
        stage.report().line("killed: instance a takes requests again");
    }

    private void rush(int many) throws InterruptedException {
        var from = customers;
        customers += many;
        crowd.make(many, i -> pass(from + i));
    }

    private boolean pass(int number) throws IOException {
        var mind = mind(number);
        var answer = hold(number, mind);
        if (answer.isEmpty() || !answer.get().isDone()) {
            Books.require(answer.isEmpty() || answer.get().isRefused("limit-reached"), "A hold got " + answer);
            return false;
        }
        if (granted.incrementAndGet() == total / 2) {
            half.countDown();
        }
        if (mind != Mind.WALK_AWAY) {
            confirm(number, answer.get().held());
        }
        return true;
    }

    /** In the first rush a quarter of them are fickle. */
    private Mind mind(int number) {
        var random = new Random(seed + number);
        if (number >= attempts || random.nextInt(4) > 0) {
            return Mind.CONFIRM;
        }
        return random.nextBoolean() ? Mind.WALK_AWAY : Mind.WALK_AWAY_IF_UNANSWERED;
    }

    private Optional<CheckoutAnswer> hold(int number, Mind mind) throws IOException {
        var call = CheckoutCall.hold("killed-" + number, "c-" + number, offer.discountId(), HOLD_SECONDS);
        if (mind != Mind.WALK_AWAY_IF_UNANSWERED) {
            return Optional.of(stage.checkout().insist(number, call));
        }
        try {
            return Optional.of(stage.checkout().send(number, call)).filter(answer -> !answer.isForNow());
        } catch (IOException noAnswer) {
            unanswered.incrementAndGet();
            return Optional.empty();
        }
    }

    private void confirm(int number, Held hold) throws IOException {
        var answer = stage.checkout().insist(number, CheckoutCall.confirm("confirm-" + hold.redemptionId(), hold));
        Books.require(answer.isDone() || answer.isRefused("hold-expired"), "A confirm got " + answer);
        if (answer.isDone()) {
            acknowledged.put(hold.redemptionId(), answer.held().status());
        }
    }

    private long confirmed() {
        var statuses = stage.tables().statuses(offer);
        return statuses.getOrDefault("CONFIRMED", 0L) + statuses.getOrDefault("CONFIRMED_LATE", 0L);
    }

    private void requireSoldOut() throws InterruptedException {
        var statuses = stage.tables().statuses(offer);
        Books.require(confirmed() == total, "The table has " + statuses);
        rush(total / 10);
        Books.require(stage.tables().statuses(offer).equals(statuses), "More was sold than there is");
        stage.report().line("killed: the table has %s of %,d confirmed", statuses, total);
    }

    /** What a customer was told stands in the table. */
    private void requireKept() {
        var statuses = stage.tables().statusById();
        acknowledged.forEach((redemption, status) -> Books.require(
                status.equals(statuses.get(redemption)),
                "%s was told to be %s and is %s".formatted(redemption, status, statuses.get(redemption))));
        stage.report().line("killed: %,d confirmations were acknowledged, and stand", acknowledged.size());
    }
}
