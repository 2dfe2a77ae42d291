package io.discounts.service.redemption;

import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/** Puts discounts into the catalog, and takes them out again, as ingestion would. */
record GivenDiscounts(DiscountCatalog catalog, TransactionTemplate transaction) {
    void given(Discount discount) {
        transaction.execute(status -> catalog.apply(List.of(new DiscountChange.Published(discount))));
    }

    void withdrawn(Discount discount) {
        transaction.execute(status -> catalog.apply(
                List.of(new DiscountChange.Withdrawn(discount.id(), discount.region(), discount.version() + 1))));
    }
}
