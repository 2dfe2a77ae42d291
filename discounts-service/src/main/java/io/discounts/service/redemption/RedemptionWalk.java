package io.discounts.service.redemption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Learns from the database who has used what: of all redemptions at first, page by page in the order of their numbers, then of
 * those since. They are committed in another order than they are numbered, so what is not old enough is read again.
 */
final class RedemptionWalk {
    static final int PAGE = 5_000;

    /**
     * Longer than any transaction may take from its number to its commit, an instance that freezes in between included: the
     * database ends it after a minute (wait_timeout). The rest is for clocks that differ.
     */
    static final Duration SETTLED = Duration.ofMinutes(2);

    private static final Logger log = LoggerFactory.getLogger(RedemptionWalk.class);

    /** Redemptions in the order of their numbers. */
    interface Pages {
        List<Redeemer> after(long number, int most);
    }

    private final Pages redemptions;
    private final CustomerUses customers;
    private final PossibleUses possible;
    private final Clock clock;
    private long settled;
    private boolean troubled;

    RedemptionWalk(Pages redemptions, CustomerUses customers, PossibleUses possible, Clock clock) {
        this.redemptions = redemptions;
        this.customers = customers;
        this.possible = possible;
        this.clock = clock;
    }

    /** Goes on where all is settled; so does the next one after a failure. */
    void walk() {
        try {
            var begun = clock.instant();
            walk(begun.minus(SETTLED));
            possible.completeAsOf(begun);
            troubled = false;
        } catch (DataAccessException away) {
            if (!troubled) {
                log.atWarn().setCause(away).log("Who has used what cannot be read, trying until it can");
            }
            troubled = true;
        }
    }

    private void walk(Instant old) {
        var reached = settled;
        List<Redeemer> page;
        do {
            page = redemptions.after(reached, PAGE);
            for (var redeemer : page) {
                redeemer.discounts().forEach(discount -> customers.learn(redeemer.customer(), discount));
                reached = redeemer.number();
                if (redeemer.createdAt().isBefore(old)) {
                    settled = reached;
                }
            }
        } while (page.size() == PAGE);
    }
}
