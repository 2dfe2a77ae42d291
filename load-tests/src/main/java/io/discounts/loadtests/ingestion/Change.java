package io.discounts.loadtests.ingestion;

import java.util.Set;

/** What one event says, in the run's own words: independent of the service's model on purpose. */
sealed interface Change {
    /** The discount or store it is about, unique over all streams. */
    String key();

    long version();

    /** A discount as it is from now on. */
    record Published(String provider, String externalId, long version, int percent, Set<String> stores, boolean prime)
            implements Change {
        public Published {
            stores = Set.copyOf(stores);
        }

        @Override
        public String key() {
            return discount(provider, externalId);
        }

        String label() {
            return "%s, version %d".formatted(externalId, version);
        }
    }

    /** A discount that is no more. */
    record Withdrawn(String provider, String externalId, long version) implements Change {
        @Override
        public String key() {
            return discount(provider, externalId);
        }
    }

    /** A store as it is from now on. */
    record Opened(String storeId, long version, String city, String type) implements Change {
        @Override
        public String key() {
            return "store " + storeId;
        }
    }

    /** A store that is no more. */
    record Closed(String storeId, long version) implements Change {
        @Override
        public String key() {
            return "store " + storeId;
        }
    }

    private static String discount(String provider, String externalId) {
        return "discount %s/%s".formatted(provider, externalId);
    }
}
