package io.discounts.service.catalog;

import io.discounts.service.discount.UseReported;

/** Whoever keeps the uses of discounts hears of those that providers have booked. */
public interface UseReports {
    /**
     * Takes a report in the caller's transaction.
     *
     * @return outdated if it says what is known already
     */
    ChangeOutcome settle(UseReported report);
}
