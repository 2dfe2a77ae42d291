package io.discounts.service.redemption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/**
 * How often customers have used discounts, near: only of those who are about, for nobody could keep all. The database is asked
 * for a customer's uses, within a deadline, once the customer may have used the very discount in question; who misses the
 * deadline is taken for one without uses, for a hold decides anew. After a failure the database is left alone for a while.
 */
final class CustomerUses {
    private static final int CUSTOMERS = 100_000;
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(1);

    private record Customer(Region region, String id) {}

    private final Cache<Customer, MetCustomer> about;
    private final Cache<Pseudonym, Customer> names;
    private final PossibleUses possible;
    private final BiFunction<Region, String, Map<DiscountKey, Long>> source;
    private final Executor loads;
    private final Duration patience;
    private final RedemptionMetrics metrics;
    private final Clock clock;
    private volatile Instant resting = Instant.MIN;

    /**
     * Knows nobody yet.
     *
     * @param possible whom to ask about, and what
     * @param source a customer's uses in a region, by discount
     * @param loads runs the source, or refuses when it has too much to do
     * @param patience how long a read waits for the source
     */
    CustomerUses(
            PossibleUses possible,
            BiFunction<Region, String, Map<DiscountKey, Long>> source,
            Executor loads,
            Duration patience,
            RedemptionMetrics metrics,
            Clock clock) {
        this.about = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterWrite(KEPT)
                .build();
        this.names = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterWrite(KEPT.multipliedBy(2))
                .build();
        this.possible = possible;
        this.source = source;
        this.loads = loads;
        this.patience = patience;
        this.metrics = metrics;
        this.clock = clock;
    }

    long uses(DiscountKey discount, String customerId) {
        var customer = new Customer(discount.region(), customerId);
        var met = about.getIfPresent(customer);
        if (met == null) {
            met = meet(customer);
        }
        return met.mayHaveUsed(discount.id(), possible) ? loaded(customer, met).getOrDefault(discount, 0L) : 0;
    }

    /** Forgets what is known of a customer who has more uses of a discount now, or fewer. */
    void changed(Pseudonym customer, DiscountId discount) {
        possible.add(customer, discount);
        forget(customer);
    }

    /** Of a customer's use of a discount, perhaps not the first one. */
    void learn(Pseudonym customer, DiscountId discount) {
        if (possible.add(customer, discount)) {
            forget(customer);
        }
    }

    private void forget(Pseudonym pseudonym) {
        var customer = names.getIfPresent(pseudonym);
        if (customer != null) {
            about.invalidate(customer);
        }
    }

    /**
     * Whether there may be uses is decided while the cache holds the customer's place, and the name is known before: whoever is
     * added later finds what was decided, and forgets it.
     */
    private MetCustomer meet(Customer customer) {
        var pseudonym = Pseudonym.of(customer.region(), customer.id());
        names.put(pseudonym, customer);
        return about.get(customer, key -> {
            var met = MetCustomer.of(pseudonym, possible);
            metrics.customerMet(met.mayHaveUses());
            return met;
        });
    }

    private Map<DiscountKey, Long> loaded(Customer customer, MetCustomer met) {
        var loading = met.loading();
        if (loading == null) {
            if (clock.instant().isBefore(resting)) {
                return Map.of();
            }
            loading = met.loadOnce(() -> ask(customer));
        }
        return await(met, loading);
    }

    private CompletableFuture<MetCustomer.Loaded> ask(Customer customer) {
        metrics.customerAsked();
        try {
            return CompletableFuture.supplyAsync(
                            () -> new MetCustomer.Loaded(source.apply(customer.region(), customer.id()), false), loads)
                    .exceptionally(away -> MetCustomer.Loaded.FAILED);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(MetCustomer.Loaded.FAILED);
        }
    }

    private Map<DiscountKey, Long> await(MetCustomer met, CompletableFuture<MetCustomer.Loaded> loading) {
        try {
            var loaded = loading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (loaded.failed()) {
                met.dropLoad(loading);
                rest();
            }
            return loaded.uses();
        } catch (ExecutionException | TimeoutException unknown) {
            rest();
            return Map.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private void rest() {
        resting = clock.instant().plus(REST);
    }
}
