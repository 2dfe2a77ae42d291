package io.discounts.sample.search;

import io.discounts.sample.promotion.Promotions;
import io.discounts.sdk.model.CancelRequest;
import io.discounts.sdk.model.ConfirmRequest;
import io.discounts.sdk.model.HeldDiscount;
import io.discounts.sdk.model.HoldRequest;
import io.discounts.sdk.model.RedemptionOutcome;
import io.discounts.sdk.model.RedemptionStatus;
import io.discounts.sdk.model.ReleaseRequest;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Holds and what becomes of them, in memory: a table, in a monolith that outlives its restarts. The shop's promotions have no
 * limits, so that a hold is refused only for a promotion that is gone. Safe for use by many threads.
 */
public final class Bookings {
    private final Promotions promotions;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Map<String, Booking> byId = new HashMap<>();
    private final Map<String, RedemptionOutcome> byKey = new HashMap<>();
    private long lastToken;

    /**
     * Without any booking yet.
     *
     * @param ids of bookings, each another one
     */
    public Bookings(Promotions promotions, Clock clock, Supplier<String> ids) {
        this.promotions = promotions;
        this.clock = clock;
        this.ids = ids;
    }

    synchronized RedemptionOutcome hold(HoldRequest request) {
        return once(request.idempotencyKey(), () -> {
            var gone =
                    request.discounts().stream().filter(held -> !isThere(held)).findFirst();
            return gone.isPresent()
                    ? refused("discount-not-found", gone.get().discountId())
                    : kept(new Booking(
                            ids.get(),
                            RedemptionStatus.HELD,
                            ++lastToken,
                            clock.instant().plus(request.hold()),
                            request.discounts()));
        });
    }

    /** A hold that has expired is confirmed all the same, if late: nothing is limited here. */
    synchronized RedemptionOutcome confirm(ConfirmRequest request) {
        return once(request.idempotencyKey(), () -> {
            var booking = booking(request.redemptionId(), request.fencingToken());
            var isLate = booking.status() == RedemptionStatus.EXPIRED;
            return moved(
                    booking,
                    request.fencingToken(),
                    isLate ? RedemptionStatus.EXPIRED : RedemptionStatus.HELD,
                    isLate ? RedemptionStatus.CONFIRMED_LATE : RedemptionStatus.CONFIRMED);
        });
    }

    synchronized RedemptionOutcome release(ReleaseRequest request) {
        return once(
                request.idempotencyKey(),
                () -> moved(
                        booking(request.redemptionId(), request.fencingToken()),
                        request.fencingToken(),
                        RedemptionStatus.HELD,
                        RedemptionStatus.RELEASED));
    }

    synchronized RedemptionOutcome cancel(CancelRequest request) {
        return once(request.idempotencyKey(), () -> {
            var booking = booking(request.redemptionId(), request.fencingToken());
            // Of one that this side has never seen, the order that is cancelled was confirmed at the service.
            var from = byId.containsKey(booking.id()) ? RedemptionStatus.CONFIRMED : RedemptionStatus.HELD;
            return moved(booking, request.fencingToken(), from, RedemptionStatus.CANCELLED);
        });
    }

    private RedemptionOutcome once(String key, Supplier<RedemptionOutcome> action) {
        var before = byKey.get(key);
        if (before != null) {
            return before;
        }
        var outcome = action.get();
        byKey.put(key, outcome);
        return outcome;
    }

    /** Under the kill switch there come holds that the service has taken: they are booked as they come, or nobody would. */
    private Booking booking(String id, long fencingToken) {
        @Nullable Booking known = byId.get(id);
        var now = clock.instant();
        return known == null ? new Booking(id, RedemptionStatus.HELD, fencingToken, now, List.of()) : known.at(now);
    }

    private RedemptionOutcome moved(Booking booking, long fencingToken, RedemptionStatus from, RedemptionStatus to) {
        if (booking.fencingToken() != fencingToken) {
            return refused("fencing-token-stale", booking.id());
        }
        if (booking.status() != from) {
            return refused("redemption-state-conflict", booking.id() + " is " + booking.status());
        }
        return kept(booking.as(to));
    }

    private RedemptionOutcome kept(Booking booking) {
        byId.put(booking.id(), booking);
        return new RedemptionOutcome.Done(booking.told());
    }

    private boolean isThere(HeldDiscount held) {
        return promotions.all().stream()
                .anyMatch(promotion -> Offers.id(promotion).equals(held.discountId()));
    }

    private static RedemptionOutcome refused(String code, String detail) {
        return new RedemptionOutcome.Refused(code, detail);
    }
}
