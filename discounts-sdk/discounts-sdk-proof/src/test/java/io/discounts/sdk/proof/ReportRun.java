package io.discounts.sdk.proof;

import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Operation;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.MismatchClass;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.report.Segment;
import io.discounts.sdk.rollout.FlagKeys;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.GuardOptions;
import io.discounts.sdk.rollout.Rollout;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.shadow.Comparison.Verdict;
import io.discounts.sdk.shadow.LagOptions;
import io.discounts.sdk.shadow.ShadowOptions;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.FakeDiscountsService;
import io.discounts.sdk.testkit.Latency;
import io.discounts.sdk.testkit.Script;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report of a real client with seeded defects, for people to look at: {@code mvn -pl :discounts-sdk-proof -am test
 * -Dtest=ReportRun -Dsurefire.failIfNoSpecifiedTests=false} writes {@code target/report.html}.
 */
class ReportRun {
    private static final List<String> REGIONS = List.of("ES", "ES", "ES", "ES", "ES", "IT", "IT", "FR", "PT", "PT");
    private static final List<String> STORES = List.of("s-1", "s-2", "s-3");
    private static final Duration LAG = Duration.ofMillis(200);
    private static final Duration BETWEEN = Duration.ofMillis(10);
    private static final Duration LASTS = Duration.ofSeconds(25);
    /** As much as can be proven in so short a time, on a machine that others use as well. */
    private static final Budget BUDGET = new Budget(0.01, 200, Duration.ofSeconds(1), 0.4);

    private static final LagOptions SOON = LagOptions.DEFAULTS
            .withSlack(Duration.ofMillis(100))
            .withEarliest(Duration.ofMillis(100))
            .withSuspects(4_096);

    @Test
    void tellsSeededDefectsFromWhatIsWell() throws Exception {
        try (var service = stocked();
                var truth = stocked();
                var right = client(truth);
                var rollout = rollout();
                var client = DiscountsClient.builder()
                        .service(service.uri())
                        .local(new WrongSearch(right))
                        .rollout(rollout)
                        .report(ReportOptions.DEFAULTS.with(BUDGET))
                        .shadow(ShadowOptions.DEFAULTS.with(SOON).withNoiseShare(0.1))
                        .build()) {
            var usual = Behaviours.late(
                    Latency.logNormal(Duration.ofMillis(9), Duration.ofMillis(45), 1), Behaviours.healthy());
            service.plays(Script.during(
                    LASTS.dividedBy(2), usual, Script.during(Duration.ofSeconds(2), Behaviours.unavailable(), usual)));
            service.lags(LAG);
            var changes = new Thread(() -> change(List.of(truth, service)), "changes");
            changes.start();
            browse(client);
            changes.join();

            var report = client.report();
            report.writeHtml(Path.of("target", "report.html"));

            assertThat(may(report, Operation.SEARCH, "ES")).isTrue();
            assertThat(may(report, Operation.SEARCH, "FR")).isFalse();
            assertThat(may(report, Operation.EVALUATE, "FR")).isFalse();
            assertThat(report.mismatches())
                    .filteredOn(found -> found.verdict() == Verdict.DEFECT)
                    .extracting(MismatchClass::field)
                    .contains("/applied/{id}/amount");
            assertThat(report.mismatches()).extracting(MismatchClass::verdict).contains(Verdict.LAG, Verdict.NOISE);
            assertThat(report.breakers()).isNotEmpty();
        }
    }

    private static boolean may(Report report, Operation operation, String region) {
        return report.segments().stream()
                .filter(segment ->
                        segment.operation() == operation && segment.name().equals(region))
                .allMatch(Segment::mayGoFurther);
    }

    /** One more discount, then one less, and so on: the service learns of it a little later. */
    private static void change(List<FakeDiscountsService> services) {
        var until = System.nanoTime() + LASTS.toNanos();
        var another = discount("marketing-campaigns:11").percentOff(5);
        for (var there = false; System.nanoTime() - until < 0; there = !there) {
            for (var service : services) {
                var store = service.store("s-2");
                var unused = there ? store.lacks(another) : store.has(another);
            }
            LockSupport.parkNanos(Duration.ofSeconds(4).toNanos());
        }
    }

    private static void browse(DiscountsClient client) throws InterruptedException {
        var threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> browseAlone(client), "customers-" + i))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        lookedAt(client);
    }

    /** Until nothing is being looked at any more. */
    private static void lookedAt(DiscountsClient client) {
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (System.nanoTime() - until < 0
                && client.report().segments().stream()
                        .anyMatch(segment -> segment.comparisons().suspects() > 0)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static void browseAlone(DiscountsClient client) {
        var until = System.nanoTime() + LASTS.toNanos();
        while (System.nanoTime() - until < 0) {
            // As fast as the service answers, or what fails at once would be most of it all.
            LockSupport.parkNanos(BETWEEN.toNanos());
            var random = ThreadLocalRandom.current();
            var region = REGIONS.get(random.nextInt(REGIONS.size()));
            var customer = new Customer("customer-" + random.nextInt(500), List.of("prime"), 3);
            if (random.nextInt(3) > 0) {
                client.search(SearchRequest.of(region, STORES).by(customer));
            } else {
                client.evaluate(basket(region, customer));
            }
        }
    }

    private static EvaluateRequest basket(String region, Customer customer) {
        var item = new BasketItem("l1", "p1", List.of("pizza"), 2, 950);
        return new EvaluateRequest(
                region,
                "s-1",
                customer,
                new Context("ios", "delivery", "card"),
                new Basket("EUR", List.of(item), 290, 100),
                Instant.now());
    }

    private static FakeDiscountsService stocked() {
        var service = FakeDiscountsService.start();
        for (var store : STORES) {
            service.store(store)
                    .has(discount("partner-promotions:42").percentOff(20).minBasket(1500))
                    .has(discount("prime-benefits:7").amountOff(100));
        }
        return service;
    }

    private static DiscountsClient client(FakeDiscountsService service) {
        return DiscountsClient.builder()
                .service(service.uri())
                .routes((operation, key) -> new Route(Stage.REMOTE_ONLY, Reason.STAGE))
                .build();
    }

    private static Rollout rollout() {
        var flags = Map.<String, Flag<?>>of(
                FlagKeys.SEARCH_STAGE, says("VERIFY 60% of customers"), FlagKeys.EVALUATE_STAGE, says("SHADOW"));
        FeatureProvider provider = new InMemoryProvider(flags);
        return Rollout.from(provider)
                .guard(new Guard(GuardOptions.DEFAULTS, step -> {}))
                .build();
    }

    private static Flag<String> says(String words) {
        return Flag.<String>builder()
                .variant("now", words)
                .defaultVariant("now")
                .build();
    }
}
