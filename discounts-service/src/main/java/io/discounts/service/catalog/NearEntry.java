package io.discounts.service.catalog;

/**
 * A value in the near cache; times are epoch milliseconds.
 *
 * @param epoch the trust in which it was loaded; a later one makes it expire
 * @param renewFrom from here on it is renewed behind the caller's back
 * @param freshUntil from here on callers wait for a load
 * @param retryFrom until here a failed load is not tried again
 */
record NearEntry<V>(V value, long version, long epoch, long renewFrom, long freshUntil, long retryFrom) {

    static <V> NearEntry<V> of(Versioned<V> loaded, long asOf, long epoch, NearPolicy.Ages ages) {
        return new NearEntry<>(
                loaded.value(),
                loaded.version(),
                epoch,
                asOf + ages.renewAfterMillis(),
                asOf + ages.freshForMillis(),
                0);
    }

    boolean isFresh(long now, long currentEpoch) {
        return epoch == currentEpoch && now < freshUntil;
    }

    boolean isDue(long now) {
        return now >= renewFrom && mayLoad(now);
    }

    boolean mayLoad(long now) {
        return now >= retryFrom;
    }

    /** Due now, and not fresh for longer than that. */
    NearEntry<V> freshUntilAtMost(long deadline) {
        return new NearEntry<>(value, version, epoch, 0, Math.min(freshUntil, deadline), retryFrom);
    }

    NearEntry<V> postponed(long until) {
        return new NearEntry<>(value, version, epoch, renewFrom, freshUntil, until);
    }
}
