package io.discounts.service;

import io.discounts.service.devservers.RawKinesis;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a record on Kinesis to an answer over REST. */
@ServiceTest
class StoryTest {
    @Autowired
    private ProviderEvents events;

    @Autowired
    private ServiceClient service;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRecordComesOutOfRestChangesAndIsWithdrawn(@Autowired RawKinesis kinesis) throws Exception {
        var store = aStore("story-1", "MAD", "restaurant", "story-brand");
        var pizzas = discount("story-42", 1, "20% off pizzas");
        events.publish(store);

        kinesis.putRecord(
                "partner-promotions", "ES/story-42", events.published(pizzas).getBytes(StandardCharsets.UTF_8));
        awaitIds("story-1", "partner-promotions:story-42");
        var told = service.search("ES", "story-1").at("/discounts/partner-promotions:story-42");
        assertThat(told.get("label").stringValue()).isEqualTo("20% off pizzas");
        assertThat(told.at("/conditions/0/type").stringValue()).isEqualTo("min_basket");

        events.publish(discount("story-42", 2, "30% off pizzas"));
        await().untilAsserted(() -> assertThat(service.search("ES", "story-1")
                        .at("/discounts/partner-promotions:story-42/label")
                        .stringValue())
                .isEqualTo("30% off pizzas"));

        events.withdraw(pizzas, 3);
        awaitIds("story-1");
    }

    @Test
    void theHighestVersionWinsInWhateverOrderItArrives() {
        events.publish(aStore("story-2", "MAD", "restaurant", "shuffle-brand"));
        var records = new ArrayList<String>();
        for (int version = 1; version <= 4; version++) {
            for (int copy = 0; copy < 3; copy++) {
                records.add(events.published(shuffled("story-kept", version)));
                records.add(
                        version == 4
                                ? events.withdrawn(shuffled("story-gone", 4), 4)
                                : events.published(shuffled("story-gone", version)));
            }
        }
        Collections.shuffle(records, new Random(42));
        records.add(events.published(shuffled("story-kept", 1)));
        records.add(events.published(shuffled("story-gone", 1)));

        records.forEach(record -> events.put("partner-promotions", "ES/story-shuffled", record));
        events.put("partner-promotions", "ES/story-shuffled", events.published(shuffled("story-last", 1)));

        awaitIds("story-2", "partner-promotions:story-kept", "partner-promotions:story-last");
        assertThat(service.search("ES", "story-2")
                        .at("/discounts/partner-promotions:story-kept/label")
                        .stringValue())
                .isEqualTo("version 4");
    }

    @Test
    void theLongestNamesOfFourByteCharactersComeOutAsTheyWentIn() {
        var longest = "🍕".repeat(64);
        events.publish(aStore("story-long", longest, longest, longest));
        var named = List.of(
                named("story-type", Set.of(longest), Set.of(), Set.of()),
                named("story-brand", Set.of(), Set.of(longest), Set.of()),
                named("story-city", Set.of(), Set.of(), Set.of(longest)));

        named.forEach(events::publish);

        awaitIds(
                "story-long",
                "partner-promotions:story-brand",
                "partner-promotions:story-city",
                "partner-promotions:story-type");
    }

    @Test
    void whatCannotBeAppliedIsKeptAndTheRecordsAroundItAreApplied() {
        events.publish(aStore("story-3", "MAD", "restaurant", "poison-brand"));
        var poison = List.of(
                "not JSON",
                "{\"id\":\"no CloudEvent\"}",
                events.event("io.discounts.discount.exploded.v1", "ES/story-poison", "{}"),
                events.event("io.discounts.discount.published.v1", "ES/story-poison", "{\"externalId\":\"x\"}"),
                events.published(poisonNeighbour("story-p")).replace("percentage_off", "magic"));

        events.put("prime-benefits", "ES/story-poison", events.published(poisonNeighbour("story-before")));
        poison.forEach(record -> events.put("prime-benefits", "ES/story-poison", record));
        events.put("prime-benefits", "ES/story-poison", events.published(poisonNeighbour("story-after")));

        awaitIds("story-3", "prime-benefits:story-after", "prime-benefits:story-before");
        assertThat(keptPayloads()).containsAll(poison);
    }

    @Test
    void tellsHowFarEachProviderHasBeenApplied() {
        await().untilAsserted(() -> assertThat(
                        service.search("ES", "story-1").get("watermarks").propertyNames())
                .contains("partner-promotions", "prime-benefits", "marketing-campaigns", "stores"));
    }

    private void awaitIds(String store, String... ids) {
        await().untilAsserted(() -> assertThat(service.discountIds("ES", store)).containsExactly(ids));
    }

    private Set<String> keptPayloads() {
        return new LinkedHashSet<>(jdbc.sql("SELECT payload FROM dead_letter WHERE stream = 'prime-benefits'")
                .query((row, index) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                .list());
    }

    private static Discount discount(String externalId, long version, String label) {
        return aDiscount()
                .id("partner-promotions:" + externalId)
                .version(version)
                .label(label)
                .inStores("story-1")
                .rules(minBasket(1500))
                .build();
    }

    private static Discount shuffled(String externalId, long version) {
        return aDiscount()
                .id("partner-promotions:" + externalId)
                .version(version)
                .label("version " + version)
                .scope(ofBrand("shuffle-brand"))
                .build();
    }

    private static Discount poisonNeighbour(String externalId) {
        return aDiscount()
                .id("prime-benefits:" + externalId)
                .scope(ofBrand("poison-brand"))
                .build();
    }

    private static Scope ofBrand(String brand) {
        return new Scope(false, new StoreSet(Set.of(), Set.of(), Set.of(brand), Set.of()), StoreSet.NONE);
    }

    private static Discount named(String id, Set<String> types, Set<String> brands, Set<String> cities) {
        return aDiscount()
                .id("partner-promotions:" + id)
                .scope(new Scope(false, new StoreSet(Set.of(), types, brands, cities), StoreSet.NONE))
                .build();
    }
}
