package io.discounts.service.redemption;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Learns from the database who has used what: of all redemptions at first, page by page in the order of their numbers, then of
 * those that have come or changed since. A change bears the time of its statement and is seen only after its commit, so what
 * is not old enough is read again.
 */
final class RedemptionWalk {
    static final int PAGE = 5_000;

    /**
     * Longer than any transaction may take from its statement to its commit, an instance that freezes in between included: the
     * database ends it after a minute (wait_timeout). The rest is for clocks that differ.
     */
    static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(RedemptionWalk.class);

    /** Redemptions as they stand, a page of so many at most. */
    interface Pages {
        /** In the order of their numbers. */
        List<Redeemer> after(long number, int most);

        /** In the order of their last changes, and of their numbers where those are of one time. */
        List<Redeemer> changedAfter(Instant changedAt, long number, int most);
    }

    private record Seen(RedemptionStatus status, Instant changedAt) {
        static Seen of(Redeemer redeemer) {
            return new Seen(redeemer.status(), redeemer.changedAt());
        }
    }

    private final Pages redemptions;
    private final CustomerUses customers;
    private final PossibleUses possible;
    private final Clock clock;
    private final Map<Long, Seen> seen = new HashMap<>();
    private @Nullable Instant since;
    private @Nullable Instant first;
    private long reached;
    private boolean all;
    private boolean troubled;

    RedemptionWalk(Pages redemptions, CustomerUses customers, PossibleUses possible, Clock clock) {
        this.redemptions = redemptions;
        this.customers = customers;
        this.possible = possible;
        this.clock = clock;
    }

    /** After a failure the next one goes on where this one has come to. */
    void walk() {
        try {
            var begun = clock.instant();
            var from = since == null ? begun.minus(SETTLED) : since;
            since = from;
            first = first == null ? from : first;
            walkAll(first);
            walkChanges(from, first);
            since = begun.minus(SETTLED);
            possible.completeAsOf(begun);
            troubled = false;
        } catch (DataAccessException away) {
            if (!troubled) {
                log.atWarn().setCause(away).log("Who has used what cannot be read, trying until it can");
            }
            troubled = true;
        }
    }

    /** Whatever is committed behind it has changed since it began. */
    private void walkAll(Instant first) {
        while (!all) {
            var page = redemptions.after(reached, PAGE);
            for (var redeemer : page) {
                learn(redeemer);
                if (!redeemer.changedAt().isBefore(first)) {
                    seen.put(redeemer.number(), Seen.of(redeemer));
                }
                reached = redeemer.number();
            }
            all = page.size() < PAGE;
        }
    }

    private void walkChanges(Instant from, Instant first) {
        var at = from;
        var number = 0L;
        List<Redeemer> page;
        do {
            page = redemptions.changedAfter(at, number, PAGE);
            for (var redeemer : page) {
                see(redeemer, first);
                at = redeemer.changedAt();
                number = redeemer.number();
            }
        } while (page.size() == PAGE);
        seen.values().removeIf(old -> old.changedAt().isBefore(from));
    }

    /** Uses that are found once more, since what was seen of them is over, cost a question and no more. */
    private void see(Redeemer redeemer, Instant first) {
        var now = Seen.of(redeemer);
        var before = seen.put(redeemer.number(), now);
        if (before == null && !redeemer.createdAt().isBefore(first)) {
            learn(redeemer);
        } else if (!now.equals(before) && !isConfirmed(before, now)) {
            customers.forget(redeemer.customer());
        }
    }

    private void learn(Redeemer redeemer) {
        redeemer.discounts().forEach(discount -> customers.learn(redeemer.customer(), discount));
    }

    /** Then it has stood all the time: one that has expired in between is confirmed late. */
    private static boolean isConfirmed(@Nullable Seen before, Seen now) {
        return before != null && before.status() == RedemptionStatus.HELD && now.status() == RedemptionStatus.CONFIRMED;
    }
}
