package io.discounts.service.demo;

import io.discounts.service.devservers.Streams;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The discounts of the demo, by number. What a discount is about depends on its number alone, what it offers on its
 * version too.
 */
final class DemoDiscounts {
    private static final List<DemoRegion> REGIONS = DemoRegion.weighted();
    private static final List<String> PROVIDERS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.MARKETING_CAMPAIGNS, Streams.PRIME_BENEFITS);
    private static final int FIRST_EXTERNAL_ID = 10_001;

    private final long seed;
    private final Instant start;
    private final DemoScopes scopes;

    DemoDiscounts(long seed, Instant start, DemoScopes scopes) {
        this.seed = seed;
        this.start = start.truncatedTo(ChronoUnit.SECONDS);
        this.scopes = scopes;
    }

    DemoEvent published(int number, int version, Instant time) {
        var about = Dice.of(seed, "discount", number);
        var provider = about.popularOneOf(PROVIDERS);
        var region = about.oneOf(REGIONS);
        var store = scopes.someStore(about, region);
        var data = identity(number, version, region);
        offer(data, Dice.of(seed, "offer", number, version), provider, store);
        data.set("scope", scopes.around(about, store));
        return event(provider, "published", data, time);
    }

    DemoEvent withdrawn(int number, int version, Instant time) {
        var about = Dice.of(seed, "discount", number);
        var provider = about.popularOneOf(PROVIDERS);
        return event(provider, "withdrawn", identity(number, version, about.oneOf(REGIONS)), time);
    }

    private static DemoEvent event(String provider, String what, ObjectNode data, Instant time) {
        var type = "io.discounts.discount.%s.v1".formatted(what);
        return DemoEvent.of(provider, type, data.get("externalId").asString(), time.toString(), data);
    }

    private static ObjectNode identity(int number, int version, DemoRegion region) {
        return Json.object()
                .put("externalId", Integer.toString(FIRST_EXTERNAL_ID + number))
                .put("version", version)
                .put("region", region.code());
    }

    private void offer(ObjectNode data, Dice dice, String provider, DemoStore store) {
        var region = store.region();
        var forPrime = provider.equals(Streams.PRIME_BENEFITS);
        var offer = dice.chance(forPrime ? 70 : 10)
                ? DemoOffer.onFees(dice, region)
                : DemoOffer.onItems(dice, region, store.assortment());
        data.put("label", offer.label()).put("currency", region.currency());
        data.set("effect", offer.effect());
        offer.target().ifPresent(target -> data.set("target", target));
        var rules = new DemoRules(region, store.assortment()).some(dice, forPrime);
        if (!rules.isEmpty()) {
            data.putArray("rules").addAll(rules);
        }
        data.put("validFrom", start.minus(days(dice, 1, 60)).toString());
        if (dice.chance(80)) {
            data.put("validUntil", start.plus(days(dice, 1, 90)).toString());
        }
        DemoTerms.add(data, dice, provider, region);
    }

    private static Duration days(Dice dice, int from, int to) {
        return Duration.ofDays(dice.between(from, to));
    }
}
