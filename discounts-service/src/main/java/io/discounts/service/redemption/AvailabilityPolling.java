package io.discounts.service.redemption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

import java.util.List;

/**
 * Learns from the database what is used up or held, for news may be lost: everything at first and after an outage, then what
 * has changed of late. Of late means longer than any transaction takes, for a change bears the time of its statement and is
 * seen only after its commit.
 */
final class AvailabilityPolling {
    static final long OF_LATE_MILLIS = 10_000;
    private static final Logger log = LoggerFactory.getLogger(AvailabilityPolling.class);

    private final BudgetRows budgets;
    private final ExclusiveHolds holds;
    private final NearAvailability availability;
    private final ExclusiveView exclusives;
    private boolean complete;
    private boolean troubled;

    AvailabilityPolling(
            BudgetRows budgets, ExclusiveHolds holds, NearAvailability availability, ExclusiveView exclusives) {
        this.budgets = budgets;
        this.holds = holds;
        this.availability = availability;
        this.exclusives = exclusives;
    }

    void poll() {
        try {
            pollExclusives();
            List<Budget> found = complete ? budgets.changedWithin(OF_LATE_MILLIS) : budgets.all();
            availability.learn(found);
            complete = true;
            troubled = false;
        } catch (DataAccessException | TransactionException away) {
            complete = false;
            if (!troubled) {
                log.atWarn().setCause(away).log("What is used up cannot be read, trying until it can");
            }
            troubled = true;
        }
    }

    private void pollExclusives() {
        var begun = exclusives.beginPoll();
        exclusives.polled(holds.all(), begun);
    }
}
