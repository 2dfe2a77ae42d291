package io.discounts.service.catalog;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.UseReported;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A catalog that passes on what providers say of uses, before it applies the rest: redemptions are locked before discounts,
 * as checkouts do.
 */
final class SettlingDiscountCatalog implements DiscountCatalog {
    private final DiscountCatalog catalog;
    private final Supplier<UseReports> reports;

    SettlingDiscountCatalog(DiscountCatalog catalog, Supplier<UseReports> reports) {
        this.catalog = catalog;
        this.reports = reports;
    }

    @Override
    public List<ChangeOutcome> apply(List<? extends CatalogChange> changes) {
        var settled = new ArrayList<ChangeOutcome>();
        var others = new ArrayList<CatalogChange>();
        for (var change : changes) {
            if (change instanceof UseReported report) {
                settled.add(reports.get().settle(report));
            } else {
                others.add(change);
            }
        }
        var applied = catalog.apply(others).iterator();
        var reported = settled.iterator();
        return changes.stream()
                .map(change -> change instanceof UseReported ? reported.next() : applied.next())
                .toList();
    }

    @Override
    public CandidateLookup candidates(Region region, List<StoreId> stores, Instant at, Duration patience) {
        return catalog.candidates(region, stores, at, patience);
    }
}
