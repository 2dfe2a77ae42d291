package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreChange;
import io.discounts.service.discount.StoreFacts;
import io.discounts.service.discount.StoreId;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Applies changes as ingestion does and reads what a store gets. */
public record CatalogFixture(DiscountCatalog catalog, TransactionTemplate transaction) {
    /** A moment that every sheet covers. */
    private static final Instant COVERED = Instant.parse("2100-01-01T00:00:00Z");

    List<ChangeOutcome> apply(CatalogChange... changes) {
        return apply(List.of(changes));
    }

    List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        return Objects.requireNonNull(transaction.execute(status -> catalog.apply(changes)));
    }

    /** The written form, version included, of what covers a store. */
    List<String> covering(Region region, String store) {
        return candidates(region, store).getFirst().sheets().stream()
                .flatMap(sheet -> sheet.candidates().stream())
                .map(candidate -> candidate.id() + "@" + candidate.discount().version())
                .sorted()
                .toList();
    }

    List<StoreCandidates> candidates(Region region, String... stores) {
        var ids = List.of(stores).stream().map(StoreId::new).toList();
        return switch (catalog.candidates(region, ids, COVERED, DiscountCatalog.ENDLESS)) {
            case CandidateLookup.Found found -> found.stores();
            case CandidateLookup.Unavailable away -> throw new AssertionError(away);
        };
    }

    static CatalogChange published(Discount discount) {
        return new DiscountChange.Published(discount);
    }

    static CatalogChange withdrawn(Discount discount, long version) {
        return new DiscountChange.Withdrawn(discount.id(), discount.region(), version);
    }

    static CatalogChange updated(StoreFacts store) {
        return new StoreChange.Updated(store);
    }
}
