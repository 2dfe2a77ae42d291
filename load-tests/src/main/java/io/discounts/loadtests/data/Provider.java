package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountChange;

import java.util.List;

/** Draws what a provider publishes. Safe for use by any thread. */
interface Provider {
    /** Also the name of its stream. */
    String name();

    /** The provider's own name for the thing with this number. */
    String nameOf(long number);

    /** How many discounts one thing of the provider's comes to. */
    int discountsEach();

    List<DiscountChange> published(Draft draft);

    List<DiscountChange> withdrawn(Draft draft);
}
