package io.discounts.service.catalog;

/**
 * Fills a live catalog that holds no discounts yet. What is filled in is announced as a whole, once, instead of change by
 * change: caches hear that all they hold is old, downstream copies hear nothing. Until then caches may answer as they did
 * before the filling, for as long as they keep what they hold. Changes that others apply meanwhile are
 * announced as ever, and versions decide between the two.
 *
 * <p>Safe for use by any thread and any instance. Everything here throws {@link org.springframework.dao.DataAccessException}
 * if the database cannot do it now.
 */
public interface CatalogFilling {
    /** Whether the live catalog holds no discount, not even a withdrawn one. */
    boolean isEmpty();

    /** The live catalog, and the shadow if there is one; applying to it, in a transaction of the caller's, announces nothing. */
    DiscountCatalog catalog();

    /** Announces whatever has been filled in. Waits for the writers under way and keeps others out for a moment. */
    void announce();
}
