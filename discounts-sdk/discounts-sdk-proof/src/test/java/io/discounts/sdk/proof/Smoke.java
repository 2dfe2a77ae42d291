package io.discounts.sdk.proof;

import io.discounts.sdk.Answer;
import io.discounts.sdk.Call;
import io.discounts.sdk.DiscountsClient;
import io.discounts.sdk.Reason;
import io.discounts.sdk.Stage;
import io.discounts.sdk.model.Basket;
import io.discounts.sdk.model.BasketItem;
import io.discounts.sdk.model.Context;
import io.discounts.sdk.model.Customer;
import io.discounts.sdk.model.EvaluateRequest;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.rollout.Route;
import io.discounts.sdk.testkit.Behaviours;
import io.discounts.sdk.testkit.FakeDiscountsService;

import java.time.Duration;
import java.util.List;

import static io.discounts.sdk.testkit.FakeDiscount.discount;

/** Asks a fake service once of each kind, and once while it is away; says what came of it. For any JDK from 17 on. */
public final class Smoke {
    /** First calls load classes, for which the budget of a call is not made. */
    private static final Call PATIENT = Call.CHECKOUT.within(Duration.ofSeconds(30));

    private Smoke() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var service = FakeDiscountsService.start();
                var client = DiscountsClient.builder()
                        .service(service.uri())
                        .local(new EmptySearch())
                        .routes((operation, key) -> new Route(Stage.REMOTE, Reason.STAGE))
                        .build()) {
            service.store("s-1").has(discount("partner-promotions:42").percentOff(20));
            System.out.println("java " + Runtime.version().feature());
            System.out.println("search " + told(client.search(search(), PATIENT)));
            System.out.println("discount "
                    + client.evaluate(checkout(), PATIENT).value().totals().discount());
            service.plays(Behaviours.reset());
            System.out.println("away " + told(client.search(search(), PATIENT)));
            System.out.println("page " + client.report().toHtml().contains("Who answered"));
        }
        for (var i = 0; threads() > 0 && i < 500; i++) {
            Thread.sleep(10); // they have been told to end, and do
        }
        System.out.println("threads " + threads());
    }

    private static String told(Answer<?> answer) {
        return answer.source() + " " + answer.reason();
    }

    private static SearchRequest search() {
        return SearchRequest.of("ES", List.of("s-1"));
    }

    private static EvaluateRequest checkout() {
        var basket = new Basket("EUR", List.of(new BasketItem("l1", "p1", List.of("pizza"), 2, 950)), 290, 0);
        return new EvaluateRequest("ES", "s-1", Customer.UNKNOWN, Context.UNKNOWN, basket, null);
    }

    /** Those of client and service that would keep or outlive the program. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("(fake-)?discounts.*"))
                .count();
    }
}
