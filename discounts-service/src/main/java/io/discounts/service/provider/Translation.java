package io.discounts.service.provider;

import io.discounts.service.discount.CatalogChange;

import java.util.List;

/** What became of an event at the door. */
public sealed interface Translation {
    /** The event says this. */
    record Translated(List<CatalogChange> changes) implements Translation {
        public Translated {
            changes = List.copyOf(changes);
        }
    }

    /** The event cannot be understood; the reason is written for the provider's engineers. */
    record Refused(String reason) implements Translation {}
}
