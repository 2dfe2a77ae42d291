package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.Crowd;
import io.discounts.loadtests.harness.Held;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Percentiles;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Many more want a discount than there are uses of it: each use is sold, and none twice. Once in peace, and once while an
 * instance is killed and customers walk away; those of their uses that come back are sold to others.
 */
public final class OversellRun {
    private static final String NAME = "oversell-run";
    private static final int HOLD_SECONDS = 1_800;

    private final Stage stage;
    private final Crowd crowd;
    private final int total;
    private final int attempts;

    private OversellRun(Stage stage, Crowd crowd, int total, int attempts) {
        this.stage = stage;
        this.crowd = crowd;
        this.total = total;
        this.attempts = attempts;
    }

    /** Options: {@code total} uses, {@code attempts} to hold one, {@code clients} at a time, {@code seed}. */
    public static void run(Options options) throws IOException, InterruptedException {
        var total = options.number("total", 1_000);
        var attempts = options.number("attempts", 5_000);
        var crowd = new Crowd(options.number("clients", 64));
        var seed = options.number("seed", 42);
        options.requireNoOthers();
        var stage = Stage.of(NAME);
        var calm = Offer.limited("calm", total);
        var killed = Offer.limited("killed", total);
        stage.publish(List.of(calm, killed));
        new OversellRun(stage, crowd, total, attempts).sell(calm);
        new KilledSale(stage, killed, crowd, total, attempts, seed).sell();
        stage.books().requireReconciled();
        stage.books().requireTold();
        stage.report().line("took %d s", stage.report().elapsed().toSeconds());
    }

    private void sell(Offer offer) throws InterruptedException {
        var began = stage.report().elapsed();
        var answers = crowd.make(attempts, i -> hold(offer, i));
        var seconds = stage.report().elapsed().minus(began).toMillis() / 1e3;
        var sold = answers.stream().filter(CheckoutAnswer::isDone).toList();
        var refused = answers.stream()
                .filter(answer -> answer.isRefused("limit-reached"))
                .count();
        tell("sold", sold, sold.size() / seconds);
        tell("all", answers, answers.size() / seconds);
        Books.require(sold.size() == total, sold.size() + " were told that they hold it");
        Books.require(refused == attempts - total, refused + " were told that none is left");
        requireStatuses(offer, Map.of("HELD", (long) total));
        stage.books().requireReconciled();
        confirm(sold.stream().map(CheckoutAnswer::held).toList());
        requireStatuses(offer, Map.of("CONFIRMED", (long) total));
    }

    private CheckoutAnswer hold(Offer offer, int number) throws IOException {
        var key = offer.externalId() + '-' + number;
        return stage.checkout().insist(number, CheckoutCall.hold(key, "c-" + number, offer.discountId(), HOLD_SECONDS));
    }

    /** Each hold by the other instance than took it, or by the same: as it comes. */
    private void confirm(List<Held> holds) throws InterruptedException {
        var confirmed = crowd.make(holds.size(), i -> {
            var hold = holds.get(i);
            return stage.checkout().insist(i, CheckoutCall.confirm("confirm-" + hold.redemptionId(), hold));
        });
        Books.require(confirmed.stream().allMatch(CheckoutAnswer::isDone), "Not all holds were confirmed");
    }

    private void requireStatuses(Offer offer, Map<String, Long> expected) {
        var statuses = stage.tables().statuses(offer);
        Books.require(statuses.equals(expected), "The table has " + statuses);
        stage.report().line("%s: the table has %s of %,d", offer.externalId(), statuses, total);
    }

    private void tell(String which, List<CheckoutAnswer> answers, double aSecond) {
        var took = Percentiles.of(answers.stream().map(CheckoutAnswer::took).toList());
        stage.report()
                .line(
                        "%-5s %,6d holds, %,4.0f/s, p50 %d ms, p99 %d ms",
                        which,
                        answers.size(),
                        aSecond,
                        took.at(50).toMillis(),
                        took.at(99).toMillis());
    }
}
