package io.discounts.service.catalog;

/**
 * Which of the catalogs that have been live, one after the other. A sheet's version as readers and caches compare it is
 * made of both: that of any sheet in a later generation is greater than that of every sheet in an earlier one.
 */
record Generation(long number) {
    /** Leaves a sheet 10¹² changes, and the service eight million swaps. */
    private static final int SHEET_BITS = 40;

    /** The version of a sheet that has changed so many times; 0 for one that nothing is known of. */
    long version(long changes) {
        return (number << SHEET_BITS) + changes;
    }

    Generation next() {
        return new Generation(number + 1);
    }
}
