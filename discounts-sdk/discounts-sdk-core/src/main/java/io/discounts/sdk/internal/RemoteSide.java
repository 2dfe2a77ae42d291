package io.discounts.sdk.internal;

import io.discounts.sdk.ClientOptions;
import io.discounts.sdk.DiscountsBackend;
import io.discounts.sdk.internal.http.Exchange;
import io.discounts.sdk.internal.http.HttpBackend;
import io.discounts.sdk.internal.resilience.Breakers;
import io.discounts.sdk.internal.resilience.Bulkhead;
import io.discounts.sdk.internal.resilience.ByKind;
import io.discounts.sdk.internal.resilience.GuardedBackend;
import io.discounts.sdk.internal.resilience.Hedge;
import io.discounts.sdk.internal.resilience.Pauses;
import io.discounts.sdk.internal.resilience.Retries;
import io.discounts.sdk.internal.resilience.RetryBudget;
import io.discounts.sdk.internal.resilience.Step;
import io.discounts.sdk.spi.Transport;

import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The service, asked for the caller's sake or for the shadow's. Both share connections and pauses; bulkheads and breakers are
 * their own, so that the shadow's troubles are never the caller's.
 *
 * @param shadow without retries
 * @param resources in the order of closing
 */
public record RemoteSide(DiscountsBackend caller, DiscountsBackend shadow, List<? extends AutoCloseable> resources)
        implements AutoCloseable {
    public static RemoteSide over(
            Transport transport,
            Exchange exchange,
            ClientOptions options,
            Ticking time,
            DoubleSupplier random,
            Observers observers) {
        var http = new HttpBackend(exchange, observers::discountSkipped);
        var breakers = new Breakers(options.breaker(), time.wall(), time.nanoTime(), random, observers::breakerChanged);
        var budget =
                new RetryBudget(options.retries().ratio(), options.retries().burst());
        var retries = new Retries(budget);
        var pauses = new Pauses(options.longestPause(), time.nanoTime());
        var places = options.concurrency();
        var reads = Step.inOrder(List.of(retries, pauses, new Bulkhead(places.reads()), breakers.named("reads")));
        var writes = Step.inOrder(List.of(retries, pauses, new Bulkhead(places.writes()), breakers.named("writes")));
        var shadow = Step.inOrder(List.of(pauses, new Bulkhead(places.shadows()), breakers.named("shadow")));
        var shadowed = new GuardedBackend(http, shadow);
        var hedging = options.retries().hedge();
        if (hedging == null) {
            return new RemoteSide(new GuardedBackend(http, new ByKind(reads, writes)), shadowed, List.of(transport));
        }
        var hedge = new Hedge(hedging.delay(), budget, hedging.threads());
        var hedged = new ByKind(Step.inOrder(List.of(hedge, reads)), writes);
        return new RemoteSide(new GuardedBackend(http, hedged), shadowed, List.of(hedge, transport));
    }

    @Override
    public void close() {
        resources.forEach(RemoteSide::close);
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception cannotClose) {
            throw new IllegalStateException("a transport did not close", cannotClose);
        }
    }
}
