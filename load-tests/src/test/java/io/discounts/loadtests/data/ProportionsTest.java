package io.discounts.loadtests.data;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.Rule;
import io.discounts.service.discount.StoreFacts;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** What the data are like in the large. */
class ProportionsTest {
    private static final Dataset DATA = Dataset.of(42, 40_000, 5_000, LocalDate.parse("2026-11-22"), 365);
    private static final List<DiscountChange> NEWEST = Generated.newest(DATA).toList();
    private static final List<Discount> DISCOUNTS = NEWEST.stream()
            .filter(DiscountChange.Published.class::isInstance)
            .map(change -> ((DiscountChange.Published) change).discount())
            .toList();
    private static final List<StoreFacts> STORES = DATA.marketplace().markets().stream()
            .flatMap(market -> market.stores().stream())
            .toList();

    @Test
    void hasTwentyFiveRegionsOfWhichTheLargestHasAnEighth() {
        var regions = DISCOUNTS.stream().collect(Collectors.groupingBy(Discount::region, Collectors.counting()));

        assertThat(regions).hasSize(25);
        assertThat(regions.getOrDefault(new Region("ES"), 0L) / (double) DISCOUNTS.size())
                .isBetween(0.11, 0.15);
    }

    @Test
    void spreadsStoresOverRegionsTypesBrandsAndCities() {
        assertThat(STORES).hasSize(5_000);
        assertThat(STORES.stream().map(StoreFacts::region).distinct()).hasSize(25);
        assertThat(share(STORES, store -> "restaurant".equals(store.type()))).isBetween(0.45, 0.55);
        assertThat(share(STORES, store -> store.brand() != null)).isBetween(0.55, 0.65);
    }

    @Test
    void namesTwoToThreeScopeKeysForEachDiscount() {
        var rows = DISCOUNTS.stream().mapToInt(it -> it.scope().keys().size()).sum();

        assertThat(rows / (double) NEWEST.size()).isBetween(2.0, 3.0);
    }

    @Test
    void offersMostInPopularStoresAndNoneInAllOfThem() {
        var offers = offersByStore();
        var counts = offers.values().stream().sorted(Collections.reverseOrder()).toList();
        var all = counts.stream().mapToInt(Integer::intValue).sum();
        var topTenth = counts.stream()
                .limit(STORES.size() / 10)
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(topTenth / (double) all).isBetween(0.35, 0.5);
        assertThat(counts.getFirst() / (double) all).isLessThan(0.02);
    }

    @Test
    void usesEveryKindOfScopeAndFewThatHoldEverywhere() {
        assertThat(share(it -> !it.scope().named().stores().isEmpty())).isBetween(0.9, 0.97);
        assertThat(share(it -> !it.scope().named().storeTypes().isEmpty())).isBetween(0.002, 0.02);
        assertThat(share(it -> !it.scope().named().brands().isEmpty())).isBetween(0.01, 0.05);
        assertThat(share(it -> !it.scope().named().cities().isEmpty())).isBetween(0.01, 0.05);
        assertThat(share(it -> it.scope().everywhere())).isBetween(0.003, 0.02);
        assertThat(share(it -> !it.scope().except().isEmpty())).isBetween(0.005, 0.03);
    }

    @Test
    void hasNoMoreOffersForWholeCountriesWhenThereAreMoreOffers() {
        assertThat(everywhere(400_000)).isLessThan(2 * everywhere(100_000));
    }

    @Test
    void hasEveryRuleEffectAndLimit() {
        var rules = DISCOUNTS.stream()
                .flatMap(it -> it.rules().stream())
                .map(Rule::type)
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));

        assertThat(rules).hasSize(9);
        assertThat(rules.getOrDefault("min_basket", 0L) / (double) DISCOUNTS.size())
                .isBetween(0.4, 0.55);
        assertThat(rules.getOrDefault("schedule", 0L) / (double) DISCOUNTS.size())
                .isBetween(0.12, 0.22);
        assertThat(DISCOUNTS.stream().map(it -> it.effect().getClass()).distinct())
                .hasSize(5);
        assertThat(share(it -> it.effect() instanceof Effect.PercentageOff)).isBetween(0.45, 0.6);
        assertThat(share(it -> !it.limits().equals(Limits.NONE))).isBetween(0.3, 0.5);
        assertThat(share(it -> it.limits().exclusiveUse())).isBetween(0.005, 0.02);
    }

    @Test
    void hasAboutATenthRunningAtATime() {
        var noon = Instant.parse("2026-10-01T12:00:00Z");

        assertThat(share(it -> it.validity().contains(noon))).isBetween(0.05, 0.15);
    }

    @Test
    void withdrawsSomeAndRepeatsSome() {
        var tombstones = NEWEST.size() - DISCOUNTS.size();
        var told = Generated.told(DATA)
                .mapToInt(statement -> statement.changes().size())
                .sum();

        assertThat(tombstones / (double) NEWEST.size()).isBetween(0.03, 0.05);
        assertThat(told / (double) NEWEST.size()).isBetween(1.04, 1.06);
    }

    @Test
    void givesNoDiscountTwice() {
        assertThat(new HashSet<>(NEWEST.stream().map(DiscountChange::id).toList()))
                .hasSameSizeAs(NEWEST);
    }

    private static Map<String, Integer> offersByStore() {
        var offers = new HashMap<String, Integer>();
        DISCOUNTS.forEach(discount -> discount.scope()
                .named()
                .stores()
                .forEach(store -> offers.merge(discount.region() + "/" + store, 1, Integer::sum)));
        return offers;
    }

    private static double everywhere(int discounts) {
        var campaigns = discounts / 10;
        return campaigns * CampaignScopes.of(campaigns).everywhere();
    }

    private static double share(Predicate<Discount> is) {
        return share(DISCOUNTS, is);
    }

    private static <T> double share(List<T> all, Predicate<T> is) {
        return all.stream().filter(is).count() / (double) all.size();
    }
}
