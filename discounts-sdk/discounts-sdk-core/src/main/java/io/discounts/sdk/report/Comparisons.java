package io.discounts.sdk.report;

/**
 * What came of holding the two sides against each other, in calls.
 *
 * @param matched calls to which both sides said the same
 * @param lag calls that differed until the service had applied what had happened by then
 * @param noise calls to which the local search does not give itself the same answer
 * @param undecided calls that differ and of which it could not be told whether lag explains it
 * @param defects calls that differ for no good reason
 * @param incomparable calls to which one side gave no answer
 * @param suspects calls that differ and are being looked at just now. They count for nothing yet
 */
public record Comparisons(
        long matched, long lag, long noise, long undecided, long defects, long incomparable, long suspects) {
    /** Calls that say something about the service. What is noise says nothing: it could hide a defect. */
    public long telling() {
        return matched + lag + bad();
    }

    /** Calls that count as defective. In doubt against the service. */
    public long bad() {
        return undecided + defects;
    }

    /** All calls that were mirrored to an end. */
    public long all() {
        return telling() + noise + incomparable;
    }
}
