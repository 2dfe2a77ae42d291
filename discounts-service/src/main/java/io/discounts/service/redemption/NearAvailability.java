package io.discounts.service.redemption;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Region;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What is used of limited discounts, in memory. It keeps uses rather than what is left: what is left is what the discount's
 * newest limits allow, less that, so a provider's new limit counts at once. Discounts without limits cost a field's read.
 */
final class NearAvailability implements Availability {
    private final ConcurrentMap<DiscountKey, Allowance> used = new ConcurrentHashMap<>();
    private final ExclusiveView exclusives;
    private final CustomerUses customers;
    private final Clock clock;

    NearAvailability(ExclusiveView exclusives, CustomerUses customers, Clock clock) {
        this.exclusives = exclusives;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    public Remaining remaining(Discount discount, @Nullable String customerId) {
        return forCustomer(customerId).remaining(discount);
    }

    @Override
    public ForCustomer forCustomer(@Nullable String customerId) {
        return new Near(customerId);
    }

    /** Its customer is looked up with the first discount whose uses by each customer are limited. */
    private final class Near implements ForCustomer {
        private final @Nullable String customerId;
        private CustomerUses.@Nullable Visit visit;

        Near(@Nullable String customerId) {
            this.customerId = customerId;
        }

        @Override
        public Remaining remaining(Discount discount) {
            var limits = discount.limits();
            if (limits.isNone()) {
                return Remaining.EVERYTHING;
            }
            var key = new DiscountKey(discount.region(), discount.id());
            var soFar = limits.areShared() ? used.getOrDefault(key, Allowance.NOTHING) : Allowance.NOTHING;
            return new Remaining(
                    left(limits.total(), soFar.uses()),
                    customerUses(limits, key),
                    limits.budget() == null
                            ? Remaining.UNBOUNDED
                            : left(limits.budget().minorUnits(), soFar.money()),
                    limits.exclusiveUse() && exclusives.isHeldByAnother(key, customerId, clock.instant()));
        }

        private long customerUses(Limits limits, DiscountKey key) {
            var limit = limits.perCustomer();
            return limit == null || customerId == null
                    ? left(limit, 0)
                    : left(limit, visit(key.region(), customerId).uses(key, limit));
        }

        private CustomerUses.Visit visit(Region region, String customer) {
            var known = visit;
            if (known == null || !known.isIn(region)) {
                known = customers.visit(region, customer);
                visit = known;
            }
            return known;
        }
    }

    private static long left(@Nullable Long limit, long soFar) {
        return limit == null ? Remaining.UNBOUNDED : Math.max(0, limit - soFar);
    }

    void learn(Collection<Budget> budgets) {
        for (var budget : budgets) {
            used.put(budget.discount(), budget.used());
        }
    }
}
