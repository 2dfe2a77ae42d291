package io.discounts.sdk;

import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateAnswer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.Redemption;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.RedemptionStatus;
import io.discounts.sdk.model.ReleaseRequest;
import io.discounts.sdk.model.SearchAnswer;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.model.StoreDiscounts;
import io.discounts.sdk.model.Totals;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.rollout.Routes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Requests and answers that tests share. */
public final class Fixtures {
    public static final SearchRequest SEARCH =
            SearchRequest.of("ES", List.of("s-1", "s-2")).by(new Customer("c-1", List.of("prime"), 3));

    public static final EvaluateRequest EVALUATE = new EvaluateRequest(
            "ES",
            "s-1",
            new Customer("c-1", List.of("prime"), 3),
            new Context("ios", "delivery", "card"),
            new Basket("EUR", List.of(new BasketItem("l1", "p1", List.of("pizza"), 2, 950)), 290, 100),
            Instant.parse("2026-11-22T12:00:00Z"));

    public static final SearchAnswer LOCAL_SEARCH =
            SearchAnswer.of(List.of(new StoreDiscounts("local", List.of())), Map.of());

    public static final EvaluateAnswer LOCAL_EVALUATION =
            EvaluateAnswer.of(List.of(), new Totals(1, 0, 0, 0, 0, 0, 0, 1), List.of());

    public static final String SEARCH_JSON = """
            {"stores":[{"storeId":"s-1","discountIds":["partner-promotions:42"]},{"storeId":"s-2","discountIds":[]}],
             "discounts":{"partner-promotions:42":{"id":"partner-promotions:42","provider":"partner-promotions",
               "label":"20% off pizzas","currency":"EUR",
               "effect":{"type":"percentage_off","percent":20,"maxAmount":500},
               "target":{"type":"items","categories":["pizza"]},
               "conditions":[{"type":"min_basket","amount":1500}],"validUntil":"2026-12-01T00:00:00Z"}},
             "watermarks":{"partner-promotions":"2026-11-22T11:59:58Z"},"stale":false}
            """;

    public static final String EVALUATION_JSON = """
            {"applied":[{"discountId":"partner-promotions:42","amount":380,"target":"items",
               "lines":[{"lineId":"l1","amount":380}]}],
             "totals":{"items":1900,"itemsDiscount":380,"deliveryFee":290,"deliveryDiscount":0,"serviceFee":100,
               "serviceDiscount":0,"discount":380,"total":1910},
             "notApplied":[{"discountId":"prime-benefits:7",
               "reasons":[{"rule":"min_basket","code":"below_minimum","required":2500,"actual":1900}],
               "unlock":{"text":"add 600 to the basket","changes":[{"fact":"basket"}]}}],
             "watermarks":{},"stale":false}
            """;

    public static final String REDEMPTION_JSON = """
            {"redemptionId":"r-1","status":"HELD","fencingToken":17,"expiresAt":"2026-11-22T12:05:00Z",
             "discounts":[{"discountId":"partner-promotions:42","amount":380}]}
            """;

    /** For tests that are not about time: a busy machine must not turn their answers into timeouts. */
    public static final ClientOptions PATIENT = ClientOptions.DEFAULTS.withBudget(Duration.ofSeconds(40));

    private Fixtures() {}

    public static Routes at(Stage stage) {
        return (operation, key) -> new Route(stage, Reason.STAGE);
    }

    public static Routes killed() {
        return (operation, key) -> new Route(Stage.LOCAL, Reason.KILL_SWITCH);
    }

    public static String problem(String slug) {
        return "{\"type\":\"urn:discounts:problem:%s\",\"title\":\"A title\",\"detail\":\"A detail\"}".formatted(slug);
    }

    public static HoldRequest hold(Path path) {
        return new HoldRequest(
                path,
                "key-1",
                "ES",
                "c-1",
                "ck-1",
                List.of(new HeldDiscount("partner-promotions:42", 380)),
                HoldRequest.DEFAULT_HOLD);
    }

    public static ConfirmRequest confirm(Path path) {
        return new ConfirmRequest(path, "key-2", "r-1", 17, "o-1");
    }

    public static ReleaseRequest release(Path path) {
        return new ReleaseRequest(path, "key-3", "r-1", 17);
    }

    public static CancelRequest cancel(Path path) {
        return new CancelRequest(path, "key-4", "r-1", 17);
    }

    /** As a side tells it that has the path at heart. */
    public static RedemptionOutcome held(Path path) {
        return new RedemptionOutcome.Done(new Redemption(
                "r-1",
                RedemptionStatus.HELD,
                17,
                Instant.parse("2026-11-22T12:05:00Z"),
                List.of(new HeldDiscount("partner-promotions:42", 380)),
                path));
    }
}
