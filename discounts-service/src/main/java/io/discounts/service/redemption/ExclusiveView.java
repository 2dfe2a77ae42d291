package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who holds which discount exclusively, as this instance has heard. News comes at once but may be lost or overtake each
 * other; a poll has everything, but of the moment it began: what has been heard since then is newer.
 */
final class ExclusiveView {
    /** A holder, or the end of a hold where there is none. */
    private record Heard(RedemptionId redemption, @Nullable HolderDigest holder, Instant expiresAt, long turn) {}

    private final ConcurrentMap<DiscountKey, Heard> heard = new ConcurrentHashMap<>();
    private final AtomicLong turn = new AtomicLong();

    boolean isHeldByAnother(DiscountKey discount, @Nullable String customerId, Instant now) {
        var last = heard.get(discount);
        if (last == null || last.holder() == null || !now.isBefore(last.expiresAt())) {
            return false;
        }
        return customerId == null || !last.holder().equals(HolderDigest.of(customerId));
    }

    void held(ExclusiveHolds.Holder holder) {
        heard.compute(
                holder.discount(),
                (discount, last) -> last != null
                                && last.holder() == null
                                && last.redemption().equals(holder.redemption())
                        ? last
                        : of(holder, turn.get()));
    }

    void ended(DiscountKey discount, RedemptionId redemption) {
        heard.compute(
                discount,
                (key, last) -> last == null || last.redemption().equals(redemption)
                        ? new Heard(redemption, null, Instant.MAX, turn.get())
                        : last);
    }

    /** To be called before a poll reads; what is heard from now on is newer than what it finds. */
    long beginPoll() {
        return turn.incrementAndGet();
    }

    void polled(Collection<ExclusiveHolds.Holder> all, long begun) {
        var found = new HashSet<DiscountKey>();
        for (var holder : all) {
            found.add(holder.discount());
            heard.compute(
                    holder.discount(),
                    (discount, last) -> last != null && last.turn() >= begun ? last : of(holder, begun - 1));
        }
        heard.entrySet()
                .removeIf(entry ->
                        !found.contains(entry.getKey()) && entry.getValue().turn() < begun);
    }

    private static Heard of(ExclusiveHolds.Holder holder, long turn) {
        return new Heard(holder.redemption(), holder.customer(), holder.expiresAt(), turn);
    }
}
