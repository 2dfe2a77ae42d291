package io.discounts.sample.defects;

import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.promotion.Promotions;
import io.discounts.sample.search.Bookings;
import io.discounts.sample.search.Defect;
import io.discounts.sample.search.Defects;
import io.discounts.sample.search.LocalSearch;
import io.discounts.sample.search.Offers;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.report.Budget;
import io.discounts.sdk.report.Report;
import io.discounts.sdk.report.ReportOptions;
import io.discounts.sdk.report.SegmentBy;
import io.discounts.sdk.report.Uncompared;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.shadow.ShadowOptions;
import io.discounts.sdk.testkit.FakeDiscount;
import io.discounts.sdk.testkit.FakeDiscountsService;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import static io.discounts.sdk.testkit.FakeDiscount.discount;

/**
 * The shop's search, answering at SHADOW beside a fake service that knows the same promotions, later. Those that go by a category
 * or hours are none of them: the fake knows neither.
 */
final class ShadowedShop implements AutoCloseable {
    static final List<String> STORES = List.of("ad-1", "ad-2", "ad-3", "ad-4");

    private static final ReportOptions EVERY_EXAMPLE =
            new ReportOptions(Budget.DEFAULTS, SegmentBy.REGION, 32, 200, 1_000);

    private final FakeDiscountsService service;
    private final Promotions promotions = new Promotions();
    private final DiscountsClient client;
    private long calls;

    ShadowedShop(Set<Defect> defects, Clock clock, Duration lag, ShadowOptions shadow) {
        service = FakeDiscountsService.start(clock);
        var bookings = new Bookings(promotions, clock, () -> "b-1");
        client = DiscountsClient.builder()
                .service(service.uri())
                .local(new LocalSearch(promotions, bookings, new Defects(defects), clock))
                .routes((operation, key) -> new Route(Stage.SHADOW, Reason.STAGE))
                .shadow(shadow)
                .report(EVERY_EXAMPLE)
                .clock(clock)
                .build();
        service.lags(lag);
    }

    /** On both sides, but on the service's once its lag has passed. */
    void has(Promotion promotion) {
        promotions.put(promotion);
        promotion.stores().forEach(store -> service.store(store).has(told(promotion)));
    }

    void lacks(Promotion promotion) {
        promotions.remove(promotion.number());
        promotion.stores().forEach(store -> service.store(store).lacks(told(promotion)));
    }

    /** A search of all stores, and a basket in each of them. */
    void visit(String customer) {
        client.search(SearchRequest.of(Offers.REGION, STORES).by(new Customer(customer, null, null)));
        STORES.forEach(store -> client.evaluate(basket(store, customer)));
        calls += 1 + STORES.size();
    }

    long calls() {
        return calls;
    }

    long requests() {
        return service.requestCount();
    }

    /** Calls of which it is known for good what came of their comparison. */
    long judged() {
        var report = report();
        var compared = report.segments().stream()
                .mapToLong(segment -> segment.comparisons().all())
                .sum();
        var dropped = report.uncompared().stream()
                .filter(each -> each.kind() == Uncompared.Kind.DROPPED)
                .mapToLong(Uncompared::calls)
                .sum();
        return compared + dropped;
    }

    Report report() {
        return client.report();
    }

    private static EvaluateRequest basket(String store, String customer) {
        var items = List.of(item("l1", 2, 955), item("l2", 1, 1165), item("l3", 3, 333));
        return new EvaluateRequest(
                Offers.REGION,
                store,
                new Customer(customer, null, null),
                Context.UNKNOWN,
                new Basket(Offers.CURRENCY, items, 290, 100),
                null);
    }

    private static BasketItem item(String line, int quantity, long price) {
        return new BasketItem(line, "p-" + line, List.of("pizza"), quantity, price);
    }

    private static FakeDiscount told(Promotion promotion) {
        var discount = discount(Offers.id(promotion))
                .label(promotion.title())
                .percentOff(Offers.percent(promotion))
                .minBasket(promotion.terms().minimum())
                .priority(promotion.rank());
        return promotion.until() == null ? discount : discount.validUntil(promotion.until());
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
