package io.discounts.service.redemption;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * How often customers have used discounts, near: only of those who are about, for nobody could keep all. A customer's first
 * question is answered from the database, within a deadline, unless it is known that the customer has no uses at all; who
 * misses the deadline is taken for one without uses, for a hold decides anew. After a failure the database is left alone for
 * a while.
 */
final class CustomerUses {
    private static final int CUSTOMERS = 100_000;
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(1);

    private record Customer(Region region, String id) {}

    /** A failure is a value here, for the cache would log each exception. */
    private record Loaded(Map<DiscountKey, Long> uses, boolean failed) {
        static final Loaded FAILED = new Loaded(Map.of(), true);
        static final Loaded NOTHING = new Loaded(Map.of(), false);
    }

    private final AsyncCache<Customer, Loaded> uses;
    private final Cache<Pseudonym, Customer> names;
    private final CustomersWithUses withUses;
    private final BiFunction<Region, String, Map<DiscountKey, Long>> source;
    private final Executor loads;
    private final Duration patience;
    private final RedemptionMetrics metrics;
    private final Clock clock;
    private volatile Instant resting = Instant.MIN;

    /**
     * Knows nobody yet.
     *
     * @param withUses whom to ask about
     * @param source a customer's uses in a region, by discount
     * @param loads runs the source, or refuses when it has too much to do
     * @param patience how long a read waits for the source
     */
    CustomerUses(
            CustomersWithUses withUses,
            BiFunction<Region, String, Map<DiscountKey, Long>> source,
            Executor loads,
            Duration patience,
            RedemptionMetrics metrics,
            Clock clock) {
        this.uses = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterWrite(KEPT)
                .buildAsync();
        this.names = Caffeine.newBuilder()
                .maximumSize(CUSTOMERS)
                .expireAfterWrite(KEPT.multipliedBy(2))
                .build();
        this.withUses = withUses;
        this.source = source;
        this.loads = loads;
        this.patience = patience;
        this.metrics = metrics;
        this.clock = clock;
    }

    long uses(DiscountKey discount, String customerId) {
        return of(new Customer(discount.region(), customerId)).getOrDefault(discount, 0L);
    }

    /** Forgets what is known of a customer who has more uses now, or fewer. */
    void changed(Pseudonym customer) {
        withUses.add(customer);
        forget(customer);
    }

    /** Of a customer who has uses, perhaps not for the first time. */
    void learn(Pseudonym customer) {
        if (withUses.add(customer)) {
            forget(customer);
        }
    }

    private void forget(Pseudonym pseudonym) {
        var customer = names.getIfPresent(pseudonym);
        if (customer != null) {
            uses.synchronous().invalidate(customer);
        }
    }

    private Map<DiscountKey, Long> of(Customer customer) {
        var known = uses.getIfPresent(customer);
        if (known == null) {
            if (clock.instant().isBefore(resting)) {
                return Map.of();
            }
            known = load(customer);
        }
        return await(customer, known);
    }

    /**
     * Whether to ask is decided while the cache holds the customer's place, and the name is known before: whoever is added
     * later finds what was decided, and forgets it.
     */
    private CompletableFuture<Loaded> load(Customer customer) {
        var pseudonym = Pseudonym.of(customer.region(), customer.id());
        names.put(pseudonym, customer);
        return uses.get(customer, (key, executor) -> withUses.mayInclude(pseudonym) ? ask(key) : spare());
    }

    private CompletableFuture<Loaded> ask(Customer customer) {
        metrics.customerLoaded("asked");
        try {
            return CompletableFuture.supplyAsync(
                            () -> new Loaded(source.apply(customer.region(), customer.id()), false), loads)
                    .exceptionally(away -> Loaded.FAILED);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(Loaded.FAILED);
        }
    }

    private CompletableFuture<Loaded> spare() {
        metrics.customerLoaded("spared");
        return CompletableFuture.completedFuture(Loaded.NOTHING);
    }

    private Map<DiscountKey, Long> await(Customer customer, CompletableFuture<Loaded> loading) {
        try {
            var loaded = loading.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (loaded.failed()) {
                uses.asMap().remove(customer, loading);
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
