package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountChange;

/** Counts what the newest statements come to. For one thread. */
final class Counts {
    private long discounts;
    private long tombstones;
    private long scopeRows;

    void add(Statement newest) {
        newest.changes().forEach(this::add);
    }

    Tally tally(long events) {
        return new Tally(events, discounts, tombstones, scopeRows, 0);
    }

    private void add(DiscountChange change) {
        discounts++;
        switch (change) {
            case DiscountChange.Published published ->
                scopeRows += published.discount().scope().keys().size();
            case DiscountChange.Withdrawn ignored -> tombstones++;
        }
    }
}
