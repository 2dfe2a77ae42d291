package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.Checkout;
import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.CheckoutCall;
import io.discounts.loadtests.harness.Held;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Clients who want the same few exclusive discounts, and every third of them one that all may have. Who holds an exclusive one
 * keeps it a while, then confirms or releases it, or leaves it to expire.
 */
final class Shoppers {
    private static final int HOLD_SECONDS = 10;

    /** One hold's answer and when it came, in nanoseconds. */
    record Noted(long at, boolean exclusive, CheckoutAnswer answer) {}

    /** How they ask for a hold: once, or until they are answered. */
    @FunctionalInterface
    interface Asking {
        CheckoutAnswer ask(int instance, CheckoutCall call) throws IOException;
    }

    private final List<Offer> exclusive;
    private final Offer plain;
    private final Asking asking;
    private final Checkout checkout;
    private final Holders holders = new Holders(Clock.systemUTC());
    private final Queue<Noted> noted = new ConcurrentLinkedQueue<>();
    private volatile boolean ending;

    Shoppers(List<Offer> exclusive, Offer plain, Asking asking, Checkout checkout) {
        this.exclusive = exclusive;
        this.plain = plain;
        this.asking = asking;
        this.checkout = checkout;
    }

    List<String> exclusiveIds() {
        return exclusive.stream().map(Offer::discountId).toList();
    }

    /** All answers to holds, in the order in which they came. */
    List<Noted> noted() {
        return List.copyOf(noted);
    }

    /** What two customers had at a time, as they were told. */
    List<String> overlaps() {
        return holders.overlaps();
    }

    /** Nobody begins anything new. */
    void goHome() {
        ending = true;
    }

    /** What one client does until all go home. */
    void shop(int client) throws IOException, InterruptedException {
        var random = new Random(client);
        for (int number = 0; !ending; number++) {
            var offer = client % 3 == 0 ? plain : exclusive.get(random.nextInt(exclusive.size()));
            var key = "%d-%d".formatted(client, number);
            var call = CheckoutCall.hold(key, "c-" + client, offer.discountId(), HOLD_SECONDS);
            var answer = asking.ask(client + number, call);
            noted.add(new Noted(System.nanoTime(), !offer.equals(plain), answer));
            if (answer.isDone()) {
                settle(offer, client, key, answer.held(), random);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
        }
    }

    private void settle(Offer offer, int client, String key, Held hold, Random random)
            throws IOException, InterruptedException {
        if (offer.equals(plain)) {
            end(client, CheckoutCall.confirm(key + "-end", hold));
            return;
        }
        holders.begin(offer.discountId(), hold);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
        var fate = random.nextInt(5);
        if (fate > 0) {
            holders.end(offer.discountId(), hold);
            end(client, fate > 2 ? CheckoutCall.confirm(key + "-end", hold) : CheckoutCall.release(key + "-end", hold));
        }
    }

    /** Too late is an answer as well: an instance may have been frozen meanwhile. */
    private void end(int client, CheckoutCall call) throws IOException {
        var ended = checkout.insist(client, call);
        Books.require(
                ended.isDone() || ended.isRefused("hold-expired") || ended.isRefused("redemption-state-conflict"),
                "A hold could not be ended: " + ended);
    }
}
