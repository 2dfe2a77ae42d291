package io.discounts.service.catalog;

/** Both catalogs at one moment. */
public record CatalogComparison(CatalogChecksum live, CatalogChecksum shadow) {
    public boolean areEqual() {
        return live.equals(shadow);
    }
}
