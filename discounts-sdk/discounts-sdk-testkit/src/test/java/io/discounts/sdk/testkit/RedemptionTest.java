package io.discounts.sdk.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

import static io.discounts.sdk.testkit.FakeDiscount.discount;
import static org.assertj.core.api.Assertions.assertThat;

class RedemptionTest {
    private static final String TOKEN = "{\"fencingToken\":1,\"orderId\":\"o-1\"}";

    private final TickingClock clock = new TickingClock();
    private final FakeDiscountsService service = FakeDiscountsService.start(clock);
    private final Caller caller = Caller.of(service);

    @BeforeEach
    void offer() {
        service.store("s-1").has(discount("p:a").uses(1));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void holdsAndConfirmsAndCancels() throws Exception {
        var held = hold("k-1", "p:a");
        var confirmed = act("k-2", "confirm");
        var cancelled = act("k-3", "cancel");

        assertThat(held.statusCode()).isEqualTo(201);
        assertThat(held.headers().firstValue("Location")).contains("/v1/redemptions/r-1");
        assertThat(held.body()).isEqualTo("""
                        {"redemptionId":"r-1","status":"HELD","fencingToken":1,"expiresAt":"2026-11-25T12:05:00Z",\
                        "discounts":[{"discountId":"p:a","amount":380}]}""");
        assertThat(confirmed.body()).contains("\"CONFIRMED\"");
        assertThat(cancelled.body()).contains("\"CANCELLED\"");
        assertThat(caller.get("/v1/redemptions/r-1").body()).contains("\"CANCELLED\"");
    }

    @Test
    void givesTheUseBackOnRelease() throws Exception {
        hold("k-1", "p:a");
        assertThat(hold("k-2", "p:a").body()).contains("limit-reached");
        assertThat(caller.search("s-1").body()).contains("\"discountIds\":[]");

        assertThat(act("k-3", "release").body()).contains("\"RELEASED\"");

        assertThat(hold("k-4", "p:a").statusCode()).isEqualTo(201);
    }

    @Test
    void answersTheSameKeyWithTheSameResponseAndAnotherBodyWithAProblem() throws Exception {
        var first = hold("k-1", "p:a");
        var again = hold("k-1", "p:a");
        var other = hold("k-1", "p:b");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key-reused");
    }

    @Test
    void expiresHoldsAndConfirmsLateWhileSomethingIsLeft() throws Exception {
        hold("k-1", "p:a");
        clock.advance(Duration.ofMinutes(5));
        assertThat(caller.get("/v1/redemptions/r-1").body()).contains("\"EXPIRED\"");

        assertThat(act("k-2", "confirm").body()).contains("\"CONFIRMED_LATE\"");
    }

    @Test
    void refusesALateConfirmWhenTheUseIsGone() throws Exception {
        hold("k-1", "p:a");
        clock.advance(Duration.ofMinutes(5));
        hold("k-2", "p:a");

        assertThat(act("k-3", "confirm").body()).contains("hold-expired");
    }

    @Test
    void refusesWhatTheContractDoes() throws Exception {
        hold("k-1", "p:a");

        assertThat(hold("k-2", "p:unknown").body()).contains("discount-not-found");
        assertThat(caller.write("k-3", "/v1/redemptions/r-1/confirm", "{\"fencingToken\":9}")
                        .body())
                .contains("fencing-token-stale");
        assertThat(act("k-4", "cancel").body()).contains("redemption-state-conflict");
        assertThat(caller.get("/v1/redemptions/r-9").statusCode()).isEqualTo(404);
        assertThat(caller.write("k-5", "/v1/redemptions/r-9/release", TOKEN).statusCode())
                .isEqualTo(404);
        assertThat(caller.post(Caller.REDEMPTIONS, "{}").statusCode()).isEqualTo(400);
        assertThat(caller.get("/v1/redemptions/r-1/confirm").statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> hold(String key, String discountId) throws IOException, InterruptedException {
        return caller.write(key, Caller.REDEMPTIONS, """
                {"region":"ES","customerId":"c-1","checkoutId":"ck-1",\
                "discounts":[{"discountId":"%s","amount":380}]}""".formatted(discountId));
    }

    private HttpResponse<String> act(String key, String action) throws IOException, InterruptedException {
        return caller.write(key, "/v1/redemptions/r-1/" + action, TOKEN);
    }
}
