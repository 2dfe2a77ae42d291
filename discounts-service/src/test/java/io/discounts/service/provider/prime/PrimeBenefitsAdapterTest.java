package io.discounts.service.provider.prime;

import io.discounts.service.discount.CatalogChange;
import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountChange.Published;
import io.discounts.service.discount.DiscountChange.Withdrawn;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.discount.fixtures.DiscountFixtures;
import io.discounts.service.provider.Translation;
import io.discounts.service.provider.fixtures.Damages;
import io.discounts.service.provider.fixtures.NativeExamples;
import io.discounts.service.provider.fixtures.Translations;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.provider.fixtures.NativeExamples.BENEFIT_ACTIVATED;
import static io.discounts.service.provider.fixtures.NativeExamples.BENEFIT_DEACTIVATED;
import static io.discounts.service.provider.fixtures.NativeExamples.BENEFIT_WITH_FEWER_PERKS;
import static io.discounts.service.provider.fixtures.Translations.changes;
import static org.assertj.core.api.Assertions.assertThat;

class PrimeBenefitsAdapterTest {
    private static final String DELIVERY = "prime-benefits:family-big-cities.delivery";
    private static final String SERVICE = "prime-benefits:family-big-cities.service";
    private static final String ITEMS = "prime-benefits:family-big-cities.items";

    private final PrimeBenefitsAdapter adapter = new PrimeBenefitsAdapter();

    @Test
    void publishesADiscountForEachPerk() {
        var changes = changes(adapter.translate(BENEFIT_ACTIVATED.toProviderEvent()));

        assertThat(changes)
                .containsExactly(
                        new Published(benefit(DELIVERY)
                                .label("Free delivery for members")
                                .fixedPrice(0)
                                .onDeliveryFee()
                                .build()),
                        new Published(benefit(SERVICE)
                                .label("Half the service fee")
                                .percentageOff("50", 100)
                                .onServiceFee()
                                .group("prime-fees")
                                .build()),
                        new Published(benefit(ITEMS)
                                .label("5 % off fruit for members")
                                .percentageOff("5", 300)
                                .onCategories("fruit-bag")
                                .group("shared:items")
                                .build()));
    }

    @Test
    void withdrawsThePerksThatABenefitNoLongerHas() {
        var changes = changes(adapter.translate(BENEFIT_WITH_FEWER_PERKS.toProviderEvent()));

        assertThat(changes)
                .containsExactly(
                        new Published(aDiscount()
                                .id(DELIVERY)
                                .version(8)
                                .label("A third off delivery for members")
                                .percentageOff("33.33", 250)
                                .onDeliveryFee()
                                .rules(inSegment("prime"))
                                .validFrom("2026-12-01T00:00:00Z")
                                .build()),
                        withdrawn(SERVICE, 8),
                        withdrawn(ITEMS, 8));
    }

    @Test
    void withdrawsEveryPerkOfABenefitThatIsOver() {
        var changes = changes(adapter.translate(BENEFIT_DEACTIVATED.toProviderEvent()));

        assertThat(changes).containsExactly(withdrawn(DELIVERY, 9), withdrawn(SERVICE, 9), withdrawn(ITEMS, 9));
    }

    /** Whatever is lost or repeated on the way, in whatever order: what counts is what the newest event says. */
    @Property(tries = 300)
    void leavesNothingAliveThatTheNewestEventDoesNotName(
            @ForAll("histories") List<Set<PerkSlot>> history, @ForAll Random random) {
        var arriving = new ArrayList<Translation>();
        for (int sequence = 0; sequence < history.size(); sequence++) {
            var translation = translate(history.get(sequence), sequence);
            var newest = sequence == history.size() - 1;
            Collections.nCopies(random.nextInt(newest ? 1 : 0, 3), translation).forEach(arriving::add);
        }
        Collections.shuffle(arriving, random);

        assertThat(alive(arriving)).isEqualTo(history.getLast());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"type":"free","text":"t"}                               | 0
                    {"type":"flat","feeMinor":99,"text":"t"}                 | 99
                    """)
    void deliversForAFee(String perk, long fee) {
        assertThat(deliveryOf(perk)).isEqualTo(new Effect.FixedPrice(new Money(fee), null));
    }

    @Test
    void deliversForLess() {
        assertThat(deliveryOf("{\"type\":\"reduced\",\"percent\":25,\"text\":\"t\"}"))
                .isEqualTo(new Effect.PercentageOff(new Percent(25_00), null));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /perks/items/bestOfGroup    | -       | shared:items
                    /perks/items/bestOfGroup    | "none"  |
                    /perks/items/bestOfGroup    | "mine"  | mine
                    /perks/delivery/bestOfGroup | null    |
                    /perks/delivery/bestOfGroup | "shared:fees" | shared:fees
                    """)
    void groupsItemsUnlessToldOtherwiseAndFeesIfAsked(String pointer, String value, String expected) {
        var index = pointer.contains("items") ? 2 : 0;

        var changes = changes(adapter.translate(BENEFIT_ACTIVATED.changed(pointer, value)));

        assertThat(((Published) changes.get(index)).discount().stacking().group())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /benefitId            | "12345678901234567890123456789012345678901234567890123456" | /data/benefitId: must match
                    /sequence             | -1                      | /data/sequence: must be at least 0
                    /sequence             | "7"                     | /data/sequence: must be integer
                    /market               | "XX"                    | /data/market: region must be an ISO 3166-1
                    /plans                | []                      | /data/plans: must have at least 1 items
                    /plans                | ["Gold Plan"]           | /data/plans/0: must match
                    /cities               | []                      | /data/cities: must have at least 1 items
                    /cities               | [" "]                   | /data/cities/0: must say something
                    /currencyCode         | "EUX"                   | /data/currencyCode: must be an ISO 4217 currency code
                    /minimumBasketMinor   | 15.5                    | /data/minimumBasketMinor: must be
                    /minimumBasketMinor   | -1                      | /data/minimumBasketMinor: must be at least 1
                    /perks                | {}                      | /data/perks: must name delivery, service or items
                    /perks                | {"delivery":null}       | /data/perks: must name delivery, service or items
                    /perks/delivery       | {"type":"free"}         | /data/perks/delivery/text: is required
                    /perks/delivery/type  | "drone"                 | /data/perks/delivery/type: must be one of
                    /perks/delivery       | {"type":"flat","text":"t"}                   | /data/perks/delivery/feeMinor: is required
                    /perks/delivery       | {"type":"flat","text":"t","feeMinor":0}      | /data/perks/delivery/feeMinor: must be at least 1
                    /perks/delivery       | {"type":"reduced","text":"t","percent":0}    | /data/perks/delivery/percent: must be greater than 0
                    /perks/service/percent | 0.005                  | /data/perks/service/percent: a percentage has at most two decimals
                    /perks/items/categories | []                    | /data/perks/items/categories: must have at least 1 items
                    /activeFrom           | "2026-11-01T00:00:00"   | /data/activeFrom: must be an RFC 3339 date-time
                    /activeTo             | "2026-10-31T23:59:59Z"  | /data/activeTo: must not be before activeFrom
                    """)
    void refuses(String pointer, String value, String expected) {
        Translations.assertRefused(adapter.translate(BENEFIT_ACTIVATED.changed(pointer, value)), expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /benefitId | -    | /data/benefitId: is required
                    /sequence  | null | /data/sequence: must be integer
                    /market    | "es" | /data/market: must match
                    """)
    void refusesToDeactivate(String pointer, String value, String expected) {
        Translations.assertRefused(adapter.translate(BENEFIT_DEACTIVATED.changed(pointer, value)), expected);
    }

    @Property(tries = 1000)
    void translatesOrRefusesWhateverIsDamaged(@ForAll("damaged") ObjectNode data) {
        Translations.assertSound(adapter.translate(BENEFIT_ACTIVATED.with(data)));
    }

    @Test
    void speaksItsOwnTypesAlone() {
        assertThat(adapter.speaks("prime.benefit.activated.v1")).isTrue();
        assertThat(adapter.speaks("prime.benefit.deactivated.v1")).isTrue();
        assertThat(adapter.speaks("prime.benefit.deactivated.v2")).isFalse();
    }

    @Provide
    Arbitrary<ObjectNode> damaged() {
        return Damages.of(NativeExamples.BENEFIT_ACTIVATED);
    }

    /** The perks of a benefit after each of its changes; none: it was deactivated. */
    @Provide
    Arbitrary<List<Set<PerkSlot>>> histories() {
        return Arbitraries.of(PerkSlot.class).set().list().ofMinSize(1).ofMaxSize(6);
    }

    private Translation translate(Set<PerkSlot> perks, int sequence) {
        var example = perks.isEmpty() ? BENEFIT_DEACTIVATED : BENEFIT_ACTIVATED;
        var data = example.data().put("sequence", sequence);
        for (var slot : PerkSlot.values()) {
            if (!perks.isEmpty() && !perks.contains(slot)) {
                data.withObject("perks").remove(nameOf(slot));
            }
        }
        return adapter.translate(example.with(data));
    }

    /** As the catalog does it: by version, whatever comes first. */
    private static Set<PerkSlot> alive(List<Translation> arriving) {
        Map<DiscountId, CatalogChange> newest = new HashMap<>();
        arriving.stream()
                .flatMap(translation -> changes(translation).stream())
                .map(DiscountChange.class::cast)
                .forEach(change -> newest.merge(
                        change.id(), change, (old, other) -> other.version() > old.version() ? other : old));
        var alive = new TreeSet<PerkSlot>();
        for (var slot : PerkSlot.values()) {
            if (newest.get(slot.of("prime-benefits", "family-big-cities")) instanceof Published) {
                alive.add(slot);
            }
        }
        return alive;
    }

    private static String nameOf(PerkSlot slot) {
        return switch (slot) {
            case DELIVERY -> "delivery";
            case SERVICE -> "service";
            case ITEMS -> "items";
        };
    }

    private Effect deliveryOf(String perk) {
        var changes = changes(adapter.translate(BENEFIT_ACTIVATED.changed("/perks/delivery", perk)));
        return ((Published) changes.getFirst()).discount().effect();
    }

    private static DiscountBuilder benefit(String id) {
        var cities = new StoreSet(Set.of(), Set.of(), Set.of(), Set.of("MAD", "BCN"));
        return aDiscount()
                .id(id)
                .version(7)
                .scope(new Scope(false, cities, StoreSet.NONE))
                .rules(inSegment("prime-plus", "prime-family"), minBasket(1500))
                .validFrom("2026-11-01T00:00:00Z")
                .validUntil("2027-10-31T23:00:00Z");
    }

    private static Withdrawn withdrawn(String id, long version) {
        return new Withdrawn(DiscountId.parse(id), DiscountFixtures.SPAIN, version);
    }
}
