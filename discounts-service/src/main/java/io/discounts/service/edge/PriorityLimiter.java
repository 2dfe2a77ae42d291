package io.discounts.service.edge;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limiter.AbstractLimiter;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * One limit for all, of which each may fill its share: the last places are kept for what matters more. The library's own
 * partitions would reserve a share for the less important as well.
 */
final class PriorityLimiter extends AbstractLimiter<Priority> {
    PriorityLimiter(Limit limit, LongSupplier nanoTime) {
        super(new Builder().limit(limit).nanoClock(nanoTime));
    }

    @Override
    public Optional<Listener> acquire(Priority priority) {
        return getInflight() < priority.placesOf(getLimit()) ? Optional.of(createListener()) : Optional.empty();
    }

    private static final class Builder extends AbstractLimiter.Builder<Builder> {
        @Override
        protected Builder self() {
            return this;
        }
    }
}
