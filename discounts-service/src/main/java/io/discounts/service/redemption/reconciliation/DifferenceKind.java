package io.discounts.service.redemption.reconciliation;

/** In what budgets, holds and uses may fail to agree. None of it ever happens while the service is in order. */
public enum DifferenceKind {
    /** What has been taken from a budget is not what the charged uses come to. */
    BUDGET,
    /** Something is left in slices that no hold takes from any more. */
    STRANDED_SLICES,
    /** There are charged uses of a discount that has no budget. */
    MISSING_BUDGET,
    /** A use belongs to no redemption. */
    ORPHAN_USE,
    /** A use is of another region or customer than its redemption, so it counts against the wrong limit. */
    FOREIGN_USE,
    /** A redemption has ended and its use still counts. */
    USE_NOT_GIVEN_BACK,
    /** A redemption stands and its use does not count: it can be sold again. */
    LOST_USE,
    /** A redemption uses nothing. */
    EMPTY_REDEMPTION,
    /** A discount is locked by what is no hold on it: nobody can have it. */
    LOCK_WITHOUT_HOLD,
    /** A lock says another holder or another end than its hold does. */
    FOREIGN_LOCK,
    /** A hold is long past its time and nobody has ended it. */
    OVERDUE_HOLD,
    /** A use was compensated and no overrun tells of it. */
    MISSING_OVERRUN
}
