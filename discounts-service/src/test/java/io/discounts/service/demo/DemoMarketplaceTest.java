package io.discounts.service.demo;

import io.discounts.service.devservers.Streams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class DemoMarketplaceTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant NOW = START.plusSeconds(5);

    private static DemoMarketplace marketplace;
    private static List<DemoEvent> all;
    private static List<DemoEvent> events;
    private static List<JsonNode> discounts;

    @BeforeAll
    static void create() {
        marketplace = new DemoMarketplace(42, START);
        all = allOf(marketplace);
        events = all.stream()
                .filter(event -> !event.stream().equals(Streams.STORES))
                .toList();
        discounts = events.stream()
                .map(event -> JsonMapper.shared().readTree(event.json()).get("data"))
                .toList();
    }

    @Test
    void hasTheSizeItPromises() {
        assertThat(marketplace.stores()).hasSize(2_000);
        assertThat(events).hasSize(20_000);
        assertThat(all).hasSize(22_000);
        assertThat(DemoRegion.ALL).hasSize(25);
    }

    @Test
    void hasStoresAndDiscountsInEveryRegionButMoreInTheLarger() {
        var codes = DemoRegion.ALL.stream().map(DemoRegion::code).collect(toSet());

        assertThat(marketplace.stores().stream()
                        .map(store -> store.region().code())
                        .collect(toSet()))
                .isEqualTo(codes);
        assertThat(valuesOf("/region")).isEqualTo(codes);
        assertThat(storesIn("ES")).isGreaterThan(10 * storesIn("ME"));
    }

    @Test
    void publishesOnlyWhatTheContractAllows() {
        var contract = new StrictContract();
        // A fifth has every kind many times over and takes a second rather than five.
        var some = IntStream.range(0, all.size()).filter(i -> i % 5 == 0).mapToObj(all::get);

        assertThat(some.flatMap(contract::violations)).isEmpty();
    }

    @Test
    void givesEveryIdOnce() {
        assertThat(all).extracting(DemoEvent::subject).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(event ->
                        JsonMapper.shared().readTree(event.json()).get("id").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void hasEveryKindOfEffectTargetRuleAndScope() {
        assertThat(valuesOf("/effect/type"))
                .containsExactlyInAnyOrder(
                        "percentage_off", "amount_off", "fixed_price", "buy_x_get_y", "bundle_price");
        assertThat(valuesOf("/target/type")).containsExactlyInAnyOrder("items", "delivery_fee", "service_fee");
        assertThat(valuesOf("/stacking/mode")).containsExactlyInAnyOrder("stackable", "exclusive");
        assertThat(values(discount -> discount.path("rules").valueStream().map(rule -> rule.get("type"))))
                .containsExactlyInAnyOrder(
                        "min_basket",
                        "min_quantity",
                        "segment",
                        "order_count",
                        "schedule",
                        "payment_method",
                        "platform",
                        "fulfilment",
                        "customer");
    }

    @Test
    void usesEveryOptionOfAnEffectAndOfLimits() {
        assertThat(Stream.of(
                        "/effect/maxAmount",
                        "/effect/per",
                        "/effect/percent",
                        "/effect/maxGroups",
                        "/effect/trigger",
                        "/limits/total",
                        "/limits/perCustomer",
                        "/limits/budget",
                        "/limits/exclusiveUse",
                        "/stacking/group",
                        "/funding/partnerPercent",
                        "/validUntil"))
                .allSatisfy(option -> assertThat(valuesOf(option)).isNotEmpty());
    }

    @Test
    void keepsMostDiscountsToAFewStores() {
        var everywhere = count("/scope/everywhere", JsonNode::asBoolean);
        var cities = count("/scope/cities", list -> !list.isEmpty());
        var brands = count("/scope/brands", list -> !list.isEmpty());
        var types = count("/scope/storeTypes", list -> !list.isEmpty());
        var stores = count("/scope/stores", list -> !list.isEmpty());

        assertThat(everywhere).isPositive();
        assertThat(List.of(everywhere, cities, brands, types, stores)).isSorted();
        assertThat(stores).isGreaterThan(15_000);
        assertThat(everywhere + cities + brands + types + stores).isEqualTo(20_000);
    }

    @Test
    void namesOnlyStoresOfTheSameRegion() {
        var stores = marketplace.stores().stream()
                .map(store -> store.region().code() + ":" + store.id())
                .collect(toSet());

        var named = discounts.stream()
                .flatMap(discount -> discount.at("/scope/stores")
                        .valueStream()
                        .map(store -> discount.get("region").asString() + ":" + store.asString()))
                .collect(toSet());

        assertThat(stores).containsAll(named);
    }

    @Test
    void hasTheStoresThatTheDevelopmentRunTellsPeopleToTry() {
        assertThat(marketplace.stores()).extracting(DemoStore::id).containsAll(Demo.STORES_TO_TRY);
    }

    @Test
    void isTheSameByteForByteFromTheSameSeed() {
        assertThat(allOf(new DemoMarketplace(42, START))).isEqualTo(all);
    }

    @Test
    void isAnotherFromAnotherSeed() {
        var other = new DemoMarketplace(43, START).events(DemoRegion.ALL.getFirst(), NOW);

        assertThat(other.filter(event -> !event.stream().equals(Streams.STORES)).filter(Set.copyOf(events)::contains))
                .isEmpty();
    }

    private static List<DemoEvent> allOf(DemoMarketplace marketplace) {
        return DemoRegion.ALL.stream()
                .flatMap(region -> marketplace.events(region, NOW))
                .toList();
    }

    private static long storesIn(String region) {
        return marketplace.stores().stream()
                .filter(store -> store.region().code().equals(region))
                .count();
    }

    private static Set<String> valuesOf(String pointer) {
        return values(discount -> Stream.of(discount.at(pointer)));
    }

    private static Set<String> values(Function<JsonNode, Stream<JsonNode>> part) {
        return discounts.stream()
                .flatMap(part)
                .filter(node -> !node.isMissingNode())
                .map(JsonNode::toString)
                .map(text -> text.replace("\"", ""))
                .collect(toSet());
    }

    private static long count(String pointer, Predicate<JsonNode> what) {
        return discounts.stream()
                .map(discount -> discount.at(pointer))
                .filter(what)
                .count();
    }
}
