package io.discounts.service.demo;

import io.discounts.service.devservers.Streams;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A store of the demo; {@code es-mad-1} is Madrid's first. */
record DemoStore(String id, DemoRegion region, String city, DemoAssortment assortment, String brand) {
    /** So many stores: more in larger regions, more in their larger cities. */
    static List<DemoStore> some(long seed, int count) {
        var regions = DemoRegion.weighted();
        var perCity = new HashMap<String, Integer>();
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    var dice = Dice.of(seed, "store", index);
                    var region = regions.get(index % regions.size());
                    var city = dice.popularOneOf(region.cities());
                    var number = perCity.merge(region.code() + city, 1, Integer::sum);
                    return one(dice, region, city, number);
                })
                .toList();
    }

    /** The store's facts as the {@code stores} stream tells them. */
    DemoEvent updated(Instant time) {
        var data = Json.object()
                .put("storeId", id)
                .put("version", 1)
                .put("region", region.code())
                .put("city", city)
                .put("type", assortment.storeType())
                .put("brand", brand);
        return DemoEvent.of(Streams.STORES, "io.discounts.store.updated.v1", id, time.toString(), data);
    }

    private static DemoStore one(Dice dice, DemoRegion region, String city, int number) {
        var id = "%s-%s-%d".formatted(region.code(), city, number).toLowerCase(Locale.ROOT);
        var assortment = dice.popularOneOf(DemoAssortment.ALL);
        return new DemoStore(id, region, city, assortment, dice.popularOneOf(assortment.brands()));
    }
}
