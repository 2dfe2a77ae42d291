package io.discounts.service.catalog;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * Hears invalidations and passes them on to the near caches. Each time the subscription stands anew, something may have
 * been missed, so nothing held is trusted any more.
 */
final class InvalidationListener extends RedisPubSubAdapter<byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(InvalidationListener.class);

    private final NearCache<StoreKey, KnownStore> stores;
    private final List<NearCache<SheetKey, Sheet>> sheets;
    private final SheetChanges changes;

    InvalidationListener(
            NearCache<StoreKey, KnownStore> stores, List<NearCache<SheetKey, Sheet>> sheets, SheetChanges changes) {
        this.stores = stores;
        this.sheets = sheets;
        this.changes = changes;
    }

    @Override
    public void subscribed(byte[] channel, long count) {
        distrust();
        log.atInfo().log("listening for invalidations, near caches start over");
    }

    @Override
    public void message(byte[] channel, byte[] message) {
        try {
            Invalidations.read(message).forEach(this::pass);
        } catch (IllegalArgumentException unreadable) {
            log.atWarn()
                    .addKeyValue("bytes", message.length)
                    .log("invalidation that cannot be read, caches start over");
            distrust();
        }
    }

    private void pass(Invalidation invalidation) {
        switch (invalidation) {
            case Invalidation.OfSheet sheet -> pass(sheet);
            case Invalidation.OfStore store -> stores.invalidate(store.store(), store.version());
            case Invalidation.OfEverything ignored -> distrust();
        }
    }

    /** Of thousands of sheets that a batch changes few may be near. */
    private void pass(Invalidation.OfSheet sheet) {
        var key = sheet.sheet();
        if (sheets.stream().anyMatch(cache -> cache.concerns(key))) {
            changes.note(sheet);
            sheets.forEach(cache -> cache.invalidate(key, sheet.version()));
        }
    }

    private void distrust() {
        stores.distrust();
        sheets.forEach(NearCache::distrust);
    }
}
