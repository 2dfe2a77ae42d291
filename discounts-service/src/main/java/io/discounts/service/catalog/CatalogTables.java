package io.discounts.service.catalog;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where one copy of the catalog is kept. Versions of sheets, watermarks, dead letters and the outbox are not part of a
 * copy: they tell of what has been served and told, which a rebuild does not undo.
 */
record CatalogTables(String discount, String scope, String store, String generation) {
    static final CatalogTables LIVE = named("");
    static final CatalogTables SHADOW = named("_shadow");
    private static final CatalogTables ASIDE = named("_aside");

    private static CatalogTables named(String suffix) {
        return new CatalogTables(
                "discount" + suffix, "discount_scope" + suffix, "store" + suffix, "catalog_generation" + suffix);
    }

    List<String> names() {
        return List.of(discount, scope, store, generation);
    }

    /** One statement, so that nobody ever sees some tables of one copy and some of the other. */
    static String swap() {
        return "RENAME TABLE " + renames(LIVE, ASIDE) + ", " + renames(SHADOW, LIVE) + ", " + renames(ASIDE, SHADOW);
    }

    private static String renames(CatalogTables from, CatalogTables to) {
        var targets = to.names().iterator();
        return from.names().stream().map(name -> name + " TO " + targets.next()).collect(Collectors.joining(", "));
    }
}
