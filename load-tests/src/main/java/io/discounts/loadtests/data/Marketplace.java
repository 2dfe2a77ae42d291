package io.discounts.loadtests.data;

import java.util.ArrayList;
import java.util.List;

/** All countries and their stores, drawn from a seed. Immutable and safe for use by any thread. */
record Marketplace(long seed, List<Market> markets, Popularity popularity) {
    static Marketplace of(long seed, int stores) {
        var weights = Country.ALL.stream().mapToInt(Country::weight).sum();
        var markets = new ArrayList<Market>();
        int before = 0;
        int weightBefore = 0;
        for (var country : Country.ALL) {
            weightBefore += country.weight();
            var upTo = (int) ((long) stores * weightBefore / weights);
            markets.add(Market.of(country, seed, Math.max(1, upTo - before)));
            before = upTo;
        }
        return new Marketplace(
                seed,
                List.copyOf(markets),
                Popularity.of(Country.ALL.size(), at -> Country.ALL.get(at).weight()));
    }

    Market market(Chance chance) {
        return markets.get(chance.oneOf(popularity));
    }
}
