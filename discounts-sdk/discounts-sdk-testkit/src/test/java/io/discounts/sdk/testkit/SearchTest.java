package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

class SearchTest {
    private final TickingClock clock = new TickingClock();
    private final FakeDiscountsService service = FakeDiscountsService.start(clock);
    private final Caller caller = Caller.of(service);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void listsDiscountsOfTheStoresInTheOrderAskedFor() throws Exception {
        service.store("s-1")
                .has(discount("partner-promotions:42")
                        .label("20% off")
                        .percentOff(20)
                        .minBasket(1500));

        var answer = caller.search("s-2", "s-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("""
                        {"stores":[{"storeId":"s-2","discountIds":[]},\
                        {"storeId":"s-1","discountIds":["partner-promotions:42"]}],\
                        "discounts":{"partner-promotions:42":{"id":"partner-promotions:42",\
                        "provider":"partner-promotions","label":"20% off","currency":"EUR",\
                        "effect":{"type":"percentage_off","percent":20},"target":{"type":"items"},\
                        "conditions":[{"type":"min_basket","amount":1500}]}},\
                        "watermarks":{"partner-promotions":"2026-11-25T12:00:00Z"},"stale":false}""");
    }

    @Test
    void ordersByPriorityThenId() throws Exception {
        service.store("s-1")
                .has(discount("p:a"))
                .has(discount("p:b").priority(5))
                .has(discount("p:c").priority(5));

        assertThat(caller.search("s-1").body()).contains("[\"p:b\",\"p:c\",\"p:a\"]");
    }

    @Test
    void listsWhatIsReplacedOnceAndWhatIsWithdrawnNoMore() throws Exception {
        service.store("s-1")
                .has(discount("p:a").label("old"))
                .has(discount("p:a").label("new"));
        service.store("s-2").has(discount("p:b")).lacks(discount("p:b"));

        var body = caller.search("s-1", "s-2").body();

        assertThat(body).contains("\"label\":\"new\"").doesNotContain("old", "p:b");
    }

    @Test
    void leavesOutWhatHasExpiredOnTheDot() throws Exception {
        service.store("s-1").has(discount("p:a").validUntil(TickingClock.START.plusSeconds(1)));

        assertThat(caller.search("s-1").body()).contains("[\"p:a\"]", "\"validUntil\":\"2026-11-25T12:00:01Z\"");
        clock.advance(Duration.ofSeconds(1));
        assertThat(caller.search("s-1").body()).contains("\"discountIds\":[]");
    }

    @Test
    void decidesForTheMomentAskedFor() throws Exception {
        service.store("s-1").has(discount("p:a").validUntil(TickingClock.START.plusSeconds(1)));

        var later = caller.post(
                Caller.SEARCH, "{\"region\":\"ES\",\"storeIds\":[\"s-1\"],\"at\":\"2026-11-25T12:00:01Z\"}");

        assertThat(later.body()).contains("\"discountIds\":[]");
    }

    @Test
    void showsChangesOnceTheLagHasPassedAndSaysSoInTheWatermarks() throws Exception {
        service.lags(Duration.ofSeconds(5));
        service.store("s-1").has(discount("p:a"));

        assertThat(caller.search("s-1").body()).contains("\"discountIds\":[]", "\"p\":\"2026-11-25T11:59:55Z\"");
        clock.advance(Duration.ofSeconds(5));
        assertThat(caller.search("s-1").body()).contains("[\"p:a\"]", "\"p\":\"2026-11-25T12:00:00Z\"");
    }

    @Test
    void refusesWhatTheContractDoes() throws Exception {
        assertThat(caller.post(Caller.SEARCH, "{").statusCode()).isEqualTo(400);
        assertThat(caller.post(Caller.SEARCH, "[]").statusCode()).isEqualTo(400);
        assertThat(caller.post(Caller.SEARCH, "{\"region\":\"ES\"}").body()).contains("invalid-request");
        assertThat(caller.post(Caller.SEARCH, "{\"region\":\"ES\",\"storeIds\":[]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.post(Caller.SEARCH, "{\"region\":\"ES\",\"storeIds\":[\"s\"],\"at\":\"noon\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(caller.get(Caller.SEARCH).statusCode()).isEqualTo(404);
    }

    @Test
    void answersAPathAsScripted() throws Exception {
        service.answers(Caller.SEARCH, Response.json("{\"scripted\":true}"));

        assertThat(caller.search("s-1").body()).isEqualTo("{\"scripted\":true}");
    }
}
