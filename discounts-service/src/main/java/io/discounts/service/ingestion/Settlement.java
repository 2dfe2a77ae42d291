package io.discounts.service.ingestion;

/** How the handling of a dead letter ended. */
enum Settlement {
    /** It changed the catalog and is no letter any more. */
    APPLIED,
    /** The catalog had the same or a newer version; it is no letter any more. */
    OUTDATED,
    /** It still cannot be applied and stays the first of its subject. */
    REFUSED,
    /** It was dropped for good. */
    DISCARDED
}
