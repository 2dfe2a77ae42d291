package io.discounts.service.catalog;

/**
 * Builds the catalog anew beside the live one and lets the two change places. Discounts, their index and the stores' facts
 * are rebuilt; watermarks, dead letters and the outbox are not. From {@link #begin} to {@link #end} every change that is
 * applied to the live catalog is applied to the shadow as well, in the same transaction: the shadow holds what is
 * replayed into it and what has happened since, and stays ready to be swapped, or swapped back.
 *
 * <p>Safe for use by any thread and any instance. Everything here throws {@link org.springframework.dao.DataAccessException}
 * if the database cannot do it now.
 */
public interface CatalogRebuild {
    /** Makes an empty shadow; one that was there is thrown away, and whoever still replays into it fills this one. */
    void begin();

    /** Whether there is a shadow. */
    boolean begun();

    /**
     * The shadow as a catalog. Applying to it, in a transaction of the caller's, announces nothing and touches no cache;
     * it fails with {@link IllegalStateException} where there is no shadow. Candidates come from its tables.
     */
    DiscountCatalog shadow();

    /** What the live catalog holds, read row by row: some seconds for each million of them. */
    CatalogChecksum live();

    /**
     * What both catalogs hold at one moment, so that changes under way make no difference.
     *
     * @throws IllegalStateException if there is no shadow
     */
    CatalogComparison compare();

    /**
     * Makes the shadow live and the live catalog the shadow. Doing so again undoes it. Readers see the one or the other,
     * never a mixture; caches hear of it and start over.
     */
    SwapOutcome swap();

    /** Throws the shadow away. Without one, does nothing. */
    void end();
}
