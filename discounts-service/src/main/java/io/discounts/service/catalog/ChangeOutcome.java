package io.discounts.service.catalog;

/** What became of a change. */
public enum ChangeOutcome {
    /** The catalog holds it now. */
    APPLIED,
    /** The catalog, or a later change of the same batch, has the same or a newer version. */
    OUTDATED
}
