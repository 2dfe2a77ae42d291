package io.discounts.sample.news;

import io.discounts.sample.promotion.Promotion;

/** Tells whoever keeps discounts beside the monolith what has changed in it. Safe for use by many threads. */
public interface News {
    /** Nobody is told: whoever feeds the service does not need the monolith for it. */
    News NONE = new News() {
        @Override
        public void changed(Promotion promotion) {}

        @Override
        public void ended(Promotion promotion) {}

        @Override
        public void opened(StoreFacts store) {}
    };

    /**
     * A promotion is as it is here from now on.
     *
     * @throws RuntimeException if nobody could be told
     */
    void changed(Promotion promotion);

    /**
     * A promotion is no more; its version is that of the end.
     *
     * @throws RuntimeException if nobody could be told
     */
    void ended(Promotion promotion);

    /**
     * A store is there.
     *
     * @throws RuntimeException if nobody could be told
     */
    void opened(StoreFacts store);
}
