package io.discounts.loadtests.redemption;

import io.discounts.loadtests.harness.CheckoutAnswer;
import io.discounts.loadtests.harness.Crowd;
import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Percentiles;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Redis is killed again and again under load and comes back empty: every lock is lost, and no exclusive discount is sold
 * twice. While it is away, holds on them are refused at once, and all others go on.
 */
public final class LostLocksRun {
    private static final String NAME = "lost-locks-run";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** When Redis was killed, and when it took requests again. */
    private record Outage(long from, long until) {}

    private final Stage stage;
    private final Shoppers shoppers;

    private LostLocksRun(Stage stage, Shoppers shoppers) {
        this.stage = stage;
        this.shoppers = shoppers;
    }

    /**
     * Options: {@code times} that Redis is killed, seconds it stays {@code away} and {@code between}, {@code clients},
     * exclusive {@code discounts}, {@code limit} in milliseconds of how much
     * longer the median refusal may take than the median hold.
     */
    public static void run(Options options) throws IOException, InterruptedException {
        var times = options.number("times", 5);
        var away = options.number("away", 3);
        var between = options.number("between", 8);
        var clients = new Crowd(options.number("clients", 24));
        var discounts = options.number("discounts", 12);
        var limit = Duration.ofMillis(options.number("limit", 100));
        options.requireNoOthers();
        var stage = Stage.of(NAME);
        var exclusive = Stage.exclusives("alone", discounts);
        var plain = Offer.limited("plain", 1_000_000);
        stage.publish(exclusive);
        stage.publish(List.of(plain));
        var checkout = stage.checkout();
        var shoppers = new Shoppers(exclusive, plain, (at, call) -> checkout.send(at, call, PATIENCE), checkout);
        new LostLocksRun(stage, shoppers).play(clients, times, away, between, limit);
    }

    private void play(Crowd clients, int times, int away, int between, Duration limit) throws InterruptedException {
        var outages = new ConcurrentLinkedQueue<Outage>();
        var killer = Thread.ofVirtual().start(() -> kill(times, away, between, outages));
        clients.each(shoppers::shop);
        killer.join();
        stage.books().awaitNoHold();
        stage.books().requireReconciled();
        Books.requireNone(shoppers.overlaps(), "Two customers had it at a time");
        stage.books().requireTurns(shoppers.exclusiveIds());
        outages.forEach(this::tell);
        requireRefusals(limit);
        requirePlain();
        stage.books().requireTold();
        stage.report().line("took %d s", stage.report().elapsed().toSeconds());
    }

    private void kill(int times, int away, int between, Queue<Outage> outages) {
        try {
            for (int i = 0; i < times; i++) {
                TimeUnit.SECONDS.sleep(between);
                var from = System.nanoTime();
                stage.servers().redis().kill();
                TimeUnit.SECONDS.sleep(away);
                stage.servers().redis().start();
                outages.add(new Outage(from, System.nanoTime()));
                stage.report().line("Redis was killed and is back, empty");
            }
            TimeUnit.SECONDS.sleep(between);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            shoppers.goHome();
        }
    }

    /** From the kill to the first exclusive hold after it, and what was refused meanwhile. */
    private void tell(Outage outage) {
        var refused = shoppers.noted().stream()
                .filter(each -> each.exclusive() && each.answer().status() == 503)
                .mapToLong(Shoppers.Noted::at)
                .filter(at -> at > outage.from() && at < outage.until() + TimeUnit.SECONDS.toNanos(5))
                .summaryStatistics();
        stage.report()
                .line(
                        "away for %.1f s; %,d exclusive holds got 503, the last one %.1f s after Redis was back",
                        (outage.until() - outage.from()) / 1e9,
                        refused.getCount(),
                        refused.getCount() == 0 ? 0 : (refused.getMax() - outage.until()) / 1e9);
    }

    private void requireRefusals(Duration limit) {
        var refused = answers(true).filter(answer -> answer.status() == 503).toList();
        var took = took(refused);
        var others = took(answers(false).toList());
        stage.report()
                .line(
                        "%,d holds got 503, p50 %d ms, p99 %d ms",
                        refused.size(), took.at(50).toMillis(), took.at(99).toMillis());
        Books.require(refused.stream().allMatch(CheckoutAnswer::retryAfter), "A 503 came without Retry-After");
        // What any request waits for on a busy machine is not the refusal's doing.
        var longer = took.at(50).minus(others.at(50));
        Books.require(longer.compareTo(limit) <= 0, "A 503 takes %s longer than a hold".formatted(longer));
        Books.requireNone(
                answers(true)
                        .filter(answer ->
                                !answer.isDone() && !answer.isForNow() && !answer.isRefused("discount-in-use"))
                        .map(CheckoutAnswer::toString)
                        .toList(),
                "Exclusive holds were refused otherwise");
    }

    private void requirePlain() {
        var answers = answers(false).toList();
        var refused = answers.stream().filter(answer -> !answer.isDone()).toList();
        var took = took(answers);
        stage.report()
                .line(
                        "%,d other holds, %d refused, p50 %d ms, p99 %d ms",
                        answers.size(),
                        refused.size(),
                        took.at(50).toMillis(),
                        took.at(99).toMillis());
        Books.requireNone(refused.stream().map(CheckoutAnswer::toString).toList(), "Others were refused");
    }

    private Stream<CheckoutAnswer> answers(boolean exclusive) {
        return shoppers.noted().stream()
                .filter(each -> each.exclusive() == exclusive)
                .map(Shoppers.Noted::answer);
    }

    private static Percentiles took(List<CheckoutAnswer> answers) {
        return Percentiles.of(answers.stream().map(CheckoutAnswer::took).toList());
    }
}
