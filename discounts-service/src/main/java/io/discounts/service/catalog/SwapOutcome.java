package io.discounts.service.catalog;

/** What became of a swap. */
public sealed interface SwapOutcome {
    /**
     * The shadow is live, and what was live is the shadow.
     *
     * @param generation grows with each swap
     * @param carriedOver discounts and stores that only the old catalog knew, or knew in a newer version, and that were
     *     therefore copied before: events that the replay has not seen. None, if the log was complete.
     */
    record Swapped(long generation, long carriedOver) implements SwapOutcome {}

    /** There is no shadow. */
    record NotBegun() implements SwapOutcome {}

    /**
     * Somebody else has begun a shadow anew or swapped while this swap prepared itself: what it would make live is not what was
     * there when it was asked for. Nothing has changed.
     */
    record Overtaken() implements SwapOutcome {}

    /** Something reads or writes the catalog for so long that waiting would hold up the readers. Nothing has changed. */
    record Busy() implements SwapOutcome {}
}
