package io.discounts.service.catalog;

import java.util.List;

/** The answer to a search for candidates. */
public sealed interface CandidateLookup {
    /**
     * Candidates for each store asked for.
     *
     * @param stale something here is older than its freshness bound, because what lies behind the caches is away
     */
    record Found(List<StoreCandidates> stores, boolean stale) implements CandidateLookup {}

    /** Something was neither cached nor to be had in time. */
    record Unavailable(String reason) implements CandidateLookup {}
}
