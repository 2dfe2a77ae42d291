package io.discounts.loadtests.ingestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a catalog must hold once all the changes have been applied: of each subject the newest version, nothing else. */
final class CatalogModel {
    private final Map<String, Change> newest = new HashMap<>();

    static CatalogModel of(List<Change> changes) {
        var model = new CatalogModel();
        changes.forEach(model::take);
        return model;
    }

    void take(Change change) {
        newest.merge(change.key(), change, (held, given) -> given.version() > held.version() ? given : held);
    }

    int subjects() {
        return newest.size();
    }

    CatalogLines lines() {
        var lines = new ArrayList<String>();
        newest.values().forEach(change -> write(change, lines));
        return CatalogLines.of(lines);
    }

    private static void write(Change change, List<String> lines) {
        switch (change) {
            case Change.Published it -> {
                lines.add(CatalogLines.published(
                        it.provider(), it.externalId(), it.version(), it.label(), it.percent(), it.prime()));
                it.stores()
                        .forEach(store ->
                                lines.add(CatalogLines.scope("store:" + store, it.provider(), it.externalId())));
            }
            case Change.Withdrawn it -> lines.add(CatalogLines.withdrawn(it.provider(), it.externalId(), it.version()));
            case Change.Opened it -> lines.add(CatalogLines.opened(it.storeId(), it.version(), it.city(), it.type()));
            case Change.Closed it -> lines.add(CatalogLines.closed(it.storeId(), it.version()));
        }
    }
}
