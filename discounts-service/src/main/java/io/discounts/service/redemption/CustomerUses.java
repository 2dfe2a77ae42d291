package io.discounts.service.redemption;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.redemption.UsesAnswer.Said;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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

    /** How long it is remembered of somebody that there are no uses at all. */
    private static final Duration ABOUT = Duration.ofSeconds(30);

    /** Longer than most visits: what changes meanwhile is heard of, or found by the walk. */
    private static final Duration ANSWERS = Duration.ofMinutes(10);

    private static final Duration REST = Duration.ofSeconds(1);

    /** Longer than the walk may vouch for, and what was decided meanwhile. */
    private static final Duration HEARD = PossibleUses.GOOD_FOR.plus(ABOUT);

    private record Customer(Region region, String id) {}

    private final Cache<Customer, MetCustomer> about;
    private final Cache<Pseudonym, Customer> names;
    private final Cache<Pseudonym, UsesAnswer> answers;
    private final Cache<Pseudonym, Set<DiscountId>> heard;
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
        this.about = keptFor(ABOUT).build();
        this.names = keptFor(ABOUT.multipliedBy(2)).build();
        this.answers = keptFor(ANSWERS).build();
        this.heard = Caffeine.newBuilder().expireAfterWrite(HEARD).build();
        this.possible = possible;
        this.source = source;
        this.loads = loads;
        this.patience = patience;
        this.metrics = metrics;
        this.clock = clock;
    }

    private static Caffeine<Object, Object> keptFor(Duration time) {
        return Caffeine.newBuilder().maximumSize(CUSTOMERS).expireAfterWrite(time);
    }

    /** A customer's request: who that is, and whether uses are known as of now, is looked up once. For use by one thread. */
    final class Visit {
        private final Customer customer;
        private final MetCustomer met;
        private final boolean areCurrent = possible.isCurrent();

        private Visit(Customer customer) {
            this.customer = customer;
            var known = about.getIfPresent(customer);
            this.met = known == null ? meet(customer) : known;
        }

        boolean isIn(Region region) {
            return customer.region().equals(region);
        }

        /**
         * How often the customer has used a discount; below the limit it may be more than what stands, for then it does not
         * matter.
         *
         * @param limit for each customer, at least 1
         */
        long uses(DiscountKey discount, long limit) {
            var most = (int) Math.min(limit, PossibleUses.MOST_TIMES);
            var times = met.timesAtMost(discount.id(), most, possible, areCurrent);
            return times < most ? times : answer(customer, met.pseudonym()).getOrDefault(discount, 0L);
        }
    }

    Visit visit(Region region, String customerId) {
        return new Visit(new Customer(region, customerId));
    }

    /** Of a customer who has more uses of a discount now, or fewer. Until the walk has come by it is asked about. */
    void heard(Pseudonym customer, DiscountId discount) {
        heard.asMap().merge(customer, Set.of(discount), CustomerUses::union);
        forget(customer);
    }

    /** Of one more use, as the walk finds it. */
    void learn(Pseudonym customer, DiscountId discount) {
        possible.add(customer, discount);
        forget(customer);
    }

    private static Set<DiscountId> union(Set<DiscountId> some, Set<DiscountId> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /** What is known of a customer; an answer that is still on its way as well, for it may be of before. */
    void forget(Pseudonym pseudonym) {
        answers.invalidate(pseudonym);
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
            var recent = heard.asMap().getOrDefault(pseudonym, Set.of());
            var met = MetCustomer.of(pseudonym, recent, possible);
            metrics.customerMet(met.mayHaveUses());
            return met;
        });
    }

    private Map<DiscountKey, Long> answer(Customer customer, Pseudonym pseudonym) {
        var answer = answers.getIfPresent(pseudonym);
        var now = clock.instant();
        if (answer != null && !answer.holds(now, possible)) {
            answers.asMap().remove(pseudonym, answer);
            answer = null;
        }
        if (answer == null) {
            if (now.isBefore(resting)) {
                return Map.of();
            }
            answer = answers.get(pseudonym, key -> new UsesAnswer(now, ask(customer)));
        }
        return await(pseudonym, answer);
    }

    private CompletableFuture<Said> ask(Customer customer) {
        metrics.customerAsked();
        try {
            return CompletableFuture.supplyAsync(
                            () -> new Said(source.apply(customer.region(), customer.id()), false), loads)
                    .exceptionally(away -> Said.FAILED);
        } catch (RejectedExecutionException busy) {
            return CompletableFuture.completedFuture(Said.FAILED);
        }
    }

    private Map<DiscountKey, Long> await(Pseudonym pseudonym, UsesAnswer answer) {
        try {
            var said = answer.coming().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (said.failed()) {
                answers.asMap().remove(pseudonym, answer);
                rest();
            }
            return said.uses();
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
