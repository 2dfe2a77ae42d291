package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.Crowd;
import io.discounts.loadtests.harness.Held;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Percentiles;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;

/** The same call sent many times at once, to two instances: the work is done once, and all get the same bytes. */
public final class SameKeyRun {
    private static final String NAME = "same-key-run";
    private static final int HOLD_SECONDS = 300;

    private final Stage stage;
    private final int twins;
    private final List<Duration> took = new ArrayList<>();

    private SameKeyRun(Stage stage, int twins) {
        this.stage = stage;
        this.twins = twins;
    }

    /** Options: {@code rounds}, {@code twins} of each call. */
    public static void run(Options options) throws IOException, InterruptedException {
        var rounds = options.number("rounds", 100);
        var twins = options.number("twins", 50);
        options.requireNoOthers();
        var stage = Stage.of(NAME);
        // Not one more than there are rounds: a second hold of any round would leave the last without.
        var offer = Offer.limited("same", rounds);
        stage.publish(List.of(offer));
        var run = new SameKeyRun(stage, twins);
        for (int round = 0; round < rounds; round++) {
            run.play(offer, round);
        }
        run.verify(offer, rounds);
    }

    private void play(Offer offer, int round) throws InterruptedException {
        var hold = one(CheckoutCall.hold("hold-" + round, "c-" + round, offer.discountId(), HOLD_SECONDS));
        Books.require(hold.status() == 201, "A hold got " + hold);
        var confirmed = one(CheckoutCall.confirm("confirm-" + round, hold.held()));
        Books.require(isConfirmed(confirmed, hold.held()), "A confirm got " + confirmed);
        var again = one(CheckoutCall.release("release-" + round, hold.held()));
        Books.require(again.isRefused("redemption-state-conflict"), "A release got " + again);
    }

    private static boolean isConfirmed(CheckoutAnswer answer, Held hold) {
        return answer.isDone()
                && answer.held().status().equals("CONFIRMED")
                && answer.held().redemptionId().equals(hold.redemptionId());
    }

    /** The one answer that all twins got. */
    private CheckoutAnswer one(CheckoutCall call) throws InterruptedException {
        var start = new CyclicBarrier(twins);
        var answers = new Crowd(twins).make(twins, i -> {
            start.await();
            return stage.checkout().insist(i, call);
        });
        answers.forEach(answer -> took.add(answer.took()));
        var distinct = answers.stream()
                .map(answer -> answer.status() + " " + answer.body())
                .distinct()
                .toList();
        Books.require(distinct.size() == 1, "Twins got " + distinct);
        return answers.getFirst();
    }

    private void verify(Offer offer, int rounds) {
        var statuses = stage.tables().statuses(offer);
        Books.require(statuses.equals(Map.of("CONFIRMED", (long) rounds)), "The table has " + statuses);
        Books.require(stage.tables().redemptions() == rounds, "There are more redemptions than rounds");
        stage.books().requireReconciled();
        stage.books().requireTold();
        var times = Percentiles.of(took);
        stage.report()
                .line(
                        "%,d rounds of a hold, a confirm and a refused release, each sent %d times at once: %s",
                        rounds, twins, statuses);
        stage.report()
                .line(
                        "all twins got the same bytes; p50 %d ms, p99 %d ms; %,d were told to ask again",
                        times.at(50).toMillis(),
                        times.at(99).toMillis(),
                        stage.checkout().repeated());
        stage.report().line("took %d s", stage.report().elapsed().toSeconds());
    }
}
