package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigDecimal;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

class EvaluateTest {
    private final FakeDiscountsService service = FakeDiscountsService.start(new TickingClock());
    private final Caller caller = Caller.of(service);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void takesOffWhatThePercentageSaysAndSharesItOut() throws Exception {
        service.store("s-1").has(discount("p:a").percentOff(20));

        var body = evaluate(950, 333);

        assertThat(body)
                .contains("{\"discountId\":\"p:a\",\"amount\":257,\"target\":\"items\","
                        + "\"lines\":[{\"lineId\":\"l0\",\"amount\":190},{\"lineId\":\"l1\",\"amount\":67}]}")
                .contains("\"totals\":{\"items\":1283,\"itemsDiscount\":257,\"deliveryFee\":290,\"deliveryDiscount\":0,"
                        + "\"serviceFee\":0,\"serviceDiscount\":0,\"discount\":257,\"total\":1316}")
                .contains("\"notApplied\":[]");
    }

    @Test
    void roundsHalfUpOnceForTheWholeDiscount() throws Exception {
        service.store("s-1").has(discount("p:a").percentOff(new BigDecimal("12.5")));

        // 12.5 % of 100 = 12.5
        assertThat(evaluate(50, 50)).contains("\"amount\":13,\"target\"", "\"l0\",\"amount\":7", "\"l1\",\"amount\":6");
    }

    @Test
    void appliesOneToWhatTheOtherHasLeft() throws Exception {
        service.store("s-1")
                .has(discount("p:a").amountOff(200).priority(1))
                .has(discount("p:b").percentOff(50));

        assertThat(evaluate(1000))
                .contains("\"discountId\":\"p:a\",\"amount\":200", "\"discountId\":\"p:b\",\"amount\":400")
                .contains("\"itemsDiscount\":600");
    }

    @Test
    void neverTakesOffMoreThanThereIs() throws Exception {
        service.store("s-1").has(discount("p:a").amountOff(5000).priority(1)).has(discount("p:b"));

        assertThat(evaluate(1000))
                .contains("\"discountId\":\"p:a\",\"amount\":1000")
                .contains("{\"discountId\":\"p:b\",\"reasons\":[{\"rule\":\"target\",\"code\":\"no_saving\"}]}");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        service.store("s-1")
                .has(discount("p:a").minBasket(2500))
                .has(discount("p:b").in("USD"))
                .has(discount("p:c").uses(0));

        assertThat(evaluate(1900))
                .contains("{\"rule\":\"min_basket\",\"code\":\"below_minimum\",\"required\":2500,\"actual\":1900}")
                .contains("{\"rule\":\"currency\",\"code\":\"currency_mismatch\"}")
                .contains("{\"rule\":\"limits\",\"code\":\"limit_reached\"}")
                .contains("\"applied\":[]");
    }

    @Test
    void doesNotMentionWhatHasExpired() throws Exception {
        service.store("s-1").has(discount("p:a").validUntil(TickingClock.START));

        assertThat(evaluate(1000)).contains("\"applied\":[]", "\"notApplied\":[]");
    }

    @Test
    void refusesABasketWithoutItems() throws Exception {
        var answer = caller.post(
                Caller.EVALUATE,
                "{\"region\":\"ES\",\"storeId\":\"s-1\",\"basket\":{\"currency\":\"EUR\",\"items\":[]}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private String evaluate(long... prices) throws IOException, InterruptedException {
        var items = new StringBuilder();
        for (var i = 0; i < prices.length; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"lineId\":\"l%d\",\"quantity\":1,\"unitPrice\":%d}".formatted(i, prices[i]));
        }
        return caller.post(Caller.EVALUATE, """
                        {"region":"ES","storeId":"s-1","basket":{"currency":"EUR","items":[%s],"deliveryFee":290}}""".formatted(items)).body();
    }
}
