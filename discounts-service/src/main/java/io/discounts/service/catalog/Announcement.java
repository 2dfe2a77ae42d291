package io.discounts.service.catalog;

import io.discounts.service.outbox.Outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes the sheets that a batch has changed newer and tells caches and the world, in the batch's transaction. */
record Announcement(SheetVersions versions, Outbox outbox, CatalogNews news)
        implements Consumer<CatalogWrites.Written> {

    @Override
    public void accept(CatalogWrites.Written written) {
        news.written(written.discounts().values());
        var invalidations = new ArrayList<Invalidation>();
        var touched = written.touched();
        versions.grow(touched.keySet())
                .forEach((sheet, version) -> invalidations.add(new Invalidation.OfSheet(
                        sheet.region(), sheet.key(), version, Set.copyOf(touched.getOrDefault(sheet, List.of())))));
        written.stores()
                .forEach((store, version) ->
                        invalidations.add(new Invalidation.OfStore(store.region(), store.storeId(), version)));
        if (!invalidations.isEmpty()) {
            outbox.append(RedisInvalidations.TOPIC, Invalidations.write(invalidations));
        }
    }
}
