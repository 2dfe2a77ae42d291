package io.discounts.service.ingestion;

import io.discounts.service.discount.CatalogChange;

import java.util.List;

/** What is to be done with one record. */
sealed interface Disposition {
    /** Its changes go to the catalog. */
    record Apply(List<? extends CatalogChange> changes) implements Disposition {}

    /** It becomes a dead letter, unless it is one already. */
    record Keep(DeadLetter letter) implements Disposition {}

    /** Nothing: it was dealt with once and for all. */
    record Pass() implements Disposition {}
}
