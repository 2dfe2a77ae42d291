package io.discounts.sdk.shadow;

import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.internal.http.Exchange;
import io.discounts.sdk.internal.http.HttpBackend;
import io.discounts.sdk.internal.http.OkHttpTransport;
import io.discounts.sdk.model.SearchRequest;
import io.discounts.sdk.spi.RequestHeaders;
import io.discounts.sdk.testkit.FakeDiscount;
import io.discounts.sdk.testkit.FakeDiscountsService;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import static io.discounts.sdk.testkit.FakeDiscount.discount;

/** Two fakes of the service with the same changes: one is the local search and knows them at once, the other later. */
final class LaggingSides implements AutoCloseable {
    static final SearchRequest SEARCH = SearchRequest.of("ES", List.of("s-1", "s-2"));

    final SimulatedShadow shadow = new SimulatedShadow(LagOptions.DEFAULTS, 1);
    final FakeDiscountsService control = FakeDiscountsService.start(shadow.time);
    final FakeDiscountsService candidate = FakeDiscountsService.start(shadow.time);
    private final OkHttpTransport toControl = OkHttpTransport.to(control.uri());
    private final OkHttpTransport toCandidate = OkHttpTransport.to(candidate.uri());
    final DiscountsBackend local = backend(toControl);
    final DiscountsBackend service = backend(toCandidate);

    LaggingSides(Duration lag) {
        candidate.lags(lag);
        has("s-1", discount("p:1"));
        shadow.time.passes(Duration.ofMinutes(1));
    }

    void has(String store, FakeDiscount discount) {
        control.store(store).has(discount);
        candidate.store(store).has(discount);
    }

    void changes(Random random) {
        var discount = discount("p:" + random.nextInt(6)).percentOff(1 + random.nextInt(99));
        if (random.nextInt(4) == 0) {
            control.store("s-1").lacks(discount);
            candidate.store("s-1").lacks(discount);
        } else {
            has("s-1", discount);
        }
    }

    void search() {
        shadow.call(new SearchQuestion(SEARCH), SEARCH, local, service);
    }

    private DiscountsBackend backend(OkHttpTransport transport) {
        var exchange = new Exchange(transport, () -> "", RequestHeaders.NONE, 1_000_000, shadow.time);
        return new HttpBackend(exchange, part -> {});
    }

    @Override
    public void close() {
        toControl.close();
        toCandidate.close();
        control.close();
        candidate.close();
    }
}
