package io.discounts.sample.shop;

import io.discounts.sample.news.News;
import io.discounts.sample.news.StoreFacts;
import io.discounts.sample.promotion.Promotion;
import io.discounts.sample.promotion.Promotions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/**
 * Changes promotions, and tells the news of it first: without an outbox, what could not be told must not be so. Versions are the
 * clock's milliseconds, so that they grow over restarts that forget everything. Safe for use by many threads.
 */
@Component
class BackOffice {
    private static final Logger LOG = LoggerFactory.getLogger(BackOffice.class);

    private final Promotions promotions;
    private final Stores stores;
    private final News news;
    private final Clock clock;

    BackOffice(Promotions promotions, Stores stores, News news, Clock clock) {
        this.promotions = promotions;
        this.stores = stores;
        this.news = news;
        this.clock = clock;
    }

    /** Everything, for the service may not have heard of this shop yet. It opens whether anybody hears of it or not. */
    @EventListener(ApplicationReadyEvent.class)
    void tellEverything() {
        try {
            stores.all().forEach(store -> news.opened(facts(store)));
            promotions.all().forEach(news::changed);
        } catch (RuntimeException unheard) {
            LOG.warn("the service has not heard of this shop's promotions: {}", unheard.toString());
        }
    }

    List<Promotion> promotions() {
        return promotions.all();
    }

    synchronized Promotion change(int number, int basisPoints) {
        var before = promotion(number);
        var changed = before.with(basisPoints, versionAfter(before));
        news.changed(changed);
        promotions.put(changed);
        return changed;
    }

    synchronized Promotion end(int number) {
        var before = promotion(number);
        var ended = before.at(versionAfter(before));
        news.ended(ended);
        promotions.remove(number);
        return ended;
    }

    private Promotion promotion(int number) {
        return promotions.find(number).orElseThrow(() -> new NotThereException("promotion", number + ""));
    }

    private long versionAfter(Promotion before) {
        return Math.max(clock.millis(), before.version() + 1);
    }

    private StoreFacts facts(Store store) {
        return new StoreFacts(store.id(), clock.millis(), store.city(), store.type(), "own");
    }
}
