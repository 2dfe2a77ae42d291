package io.discounts.service.provider.campaign;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Scope;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.StoreSet;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.fixtures.DiscountFixtures;
import io.discounts.service.provider.fixtures.Damages;
import io.discounts.service.provider.fixtures.NativeExamples;
import io.discounts.service.provider.fixtures.Translations;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.firstOrder;
import static io.discounts.service.discount.fixtures.DiscountFixtures.forCustomers;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.notInSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.onPlatform;
import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static io.discounts.service.discount.fixtures.DiscountFixtures.within;
import static io.discounts.service.provider.fixtures.NativeExamples.CAMPAIGN_CANCELLED;
import static io.discounts.service.provider.fixtures.NativeExamples.CAMPAIGN_FOR_FIRST_ORDERS;
import static io.discounts.service.provider.fixtures.NativeExamples.CAMPAIGN_FOR_NAMED_CUSTOMERS;
import static io.discounts.service.provider.fixtures.NativeExamples.CAMPAIGN_WITH_VOUCHER;
import static io.discounts.service.provider.fixtures.Translations.changes;
import static io.discounts.service.provider.fixtures.Translations.onlyDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class MarketingCampaignsAdapterTest {
    private final MarketingCampaignsAdapter adapter = new MarketingCampaignsAdapter();

    @Test
    void publishesACampaignForTheHoldersOfAVoucher() {
        var discount = onlyDiscount(adapter.translate(CAMPAIGN_WITH_VOUCHER.toProviderEvent()));

        var named = new StoreSet(
                Set.of(new StoreId("es-bcn-2")), Set.of("restaurant"), Set.of("burger-yard"), Set.of("MAD"));
        assertThat(discount)
                .isEqualTo(aDiscount()
                        .id("marketing-campaigns:black-friday-2026")
                        .version(12)
                        .label("15 % off, up to 10 EUR")
                        .percentageOff("15", 1000)
                        .onCategories("pizza", "burger")
                        .scope(new Scope(false, named, StoreSet.NONE))
                        .rules(
                                minBasket(2000),
                                notInSegment("staff"),
                                onPlatform("ios", "android"),
                                inSegment("lapsed"),
                                within("Europe/Madrid", window("18:00", "01:00", DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)))
                        .validFrom("2026-11-26T23:00:00Z")
                        .validUntil("2026-11-29T23:00:00Z")
                        .group("shared:items")
                        .priority(50)
                        .limits(new Limits(1000L, 1L, new Money(500_000), false))
                        .build());
    }

    @Test
    void publishesAnExclusiveCampaignForFirstOrders() {
        var discount = onlyDiscount(adapter.translate(CAMPAIGN_FOR_FIRST_ORDERS.toProviderEvent()));

        assertThat(discount)
                .isEqualTo(aDiscount()
                        .id("marketing-campaigns:welcome-jp")
                        .region("JP")
                        .label("500 yen off your first order")
                        .currency("JPY")
                        .amountOff(500)
                        .rules(firstOrder())
                        .validFrom("2026-11-15T00:00:00Z")
                        .exclusive()
                        .priority(90)
                        .budget(1_000_000)
                        .build());
    }

    @Test
    void publishesAVoucherThatOneOfTheNamedCustomersCanHoldAtATime() {
        var discount = onlyDiscount(adapter.translate(CAMPAIGN_FOR_NAMED_CUSTOMERS.toProviderEvent()));

        assertThat(discount)
                .isEqualTo(aDiscount()
                        .id("marketing-campaigns:sorry-4711")
                        .version(2)
                        .label("Delivery for 0.99 EUR: sorry for the wait")
                        .fixedPrice(99)
                        .onDeliveryFee()
                        .rules(forCustomers("c-1", "c-2"))
                        .validFrom("2026-11-11T00:00:00Z")
                        .validUntil("2026-12-11T00:00:00Z")
                        .limits(new Limits(1L, null, new Money(1250), true))
                        .build());
    }

    @Test
    void withdrawsACancelledCampaign() {
        var changes = changes(adapter.translate(CAMPAIGN_CANCELLED.toProviderEvent()));

        assertThat(changes)
                .containsExactly(new DiscountChange.Withdrawn(
                        DiscountId.parse("marketing-campaigns:black-friday-2026"), DiscountFixtures.SPAIN, 13));
    }

    @Test
    void deliversForNothing() {
        var discount = onlyDiscount(
                adapter.translate(CAMPAIGN_WITH_VOUCHER.changed("/reward", "{\"type\":\"FREE_DELIVERY\"}")));

        assertThat(discount.effect()).isEqualTo(new Effect.FixedPrice(new Money(0), null));
        assertThat(discount.target()).isEqualTo(Target.Fee.DELIVERY);
        assertThat(discount.stacking().group()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    null     | shared:items
                    "none"   |
                    "season" | season
                    """)
    void competesWithAllItemOffersUnlessToldOtherwise(String asked, String expected) {
        var discount = onlyDiscount(adapter.translate(CAMPAIGN_WITH_VOUCHER.changed("/competesIn", asked)));

        assertThat(discount.stacking().group()).isEqualTo(expected);
    }

    @Test
    void isForEverybodyEverywhereUnlessToldOtherwise() {
        var data = CAMPAIGN_FOR_FIRST_ORDERS.data();
        data.remove("audience");

        var discount = onlyDiscount(adapter.translate(CAMPAIGN_FOR_FIRST_ORDERS.with(data)));

        assertThat(discount.rules()).isEmpty();
        assertThat(discount.scope()).isEqualTo(Scope.EVERYWHERE);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /campaignId            | -                      | /data/campaignId: is required
                    /changeNumber          | 12.5                   | /data/changeNumber: must be integer
                    /market                | "XX"                   | /data/market: region must be an ISO 3166-1
                    /headline              | ""                     | /data/headline: must say something
                    /currency              | "eur"                  | /data/currency: must match
                    /currency              | "EUX"                  | /data/currency: must be an ISO 4217 currency code
                    /budget                | -5000                  | /data/budget: must be greater than 0
                    /budget                | 0                      | /data/budget: must be greater than 0
                    /budget                | -                      | /data/budget: is required
                    /budget                | 5000.001               | /data/budget: must have at most 2 decimals, as EUR has
                    /budget                | 1e14                   | /data/budget: must be from 0 to 10^15 minor units
                    /minimumOrder          | 0.005                  | /data/minimumOrder: must have at most 2 decimals
                    /reward/type           | "percent"              | /data/reward/type: must be one of
                    /reward/percent        | 0                      | /data/reward/percent: must be greater than 0
                    /reward/upTo           | 9.999                  | /data/reward/upTo: must have at most 2 decimals
                    /reward                | {"type":"MONEY"}       | /data/reward/value: is required
                    /reward                | {"type":"MONEY","value":0.001}           | /data/reward/value: must have at most 2 decimals
                    /reward                | {"type":"DELIVERY_PRICE","price":-1}     | /data/reward/price: must be at least 0
                    /voucher/redeemableBy  | -                      | /data/voucher/redeemableBy: is required
                    /voucher/redeemableBy  | {}                     | /data/voucher/redeemableBy: must name either customers or segments
                    /voucher/redeemableBy  | {"customers":["c"],"segments":["s"]}     | /data/voucher/redeemableBy: must name either customers or segments
                    /voucher/redeemableBy  | {"customers":[]}       | /data/voucher/redeemableBy/customers: must have at least 1 items
                    /voucher/totalUses     | 0                      | /data/voucher/totalUses: must be at least 1
                    /places                | {}                     | /data/places: must name storeIds, storeTypes, brands or cities
                    /places/storeIds       | []                     | /data/places/storeIds: must have at least 1 items
                    /places/storeIds       | ["a b"]                | /data/places/storeIds/0: must match
                    /flight/to             | "2026-11-26T22:59:59Z" | /data/flight/to: must not be before from
                    /flight/from           | "soon"                 | /data/flight/from: must be an RFC 3339 date-time
                    /flight/hours/timezone | "Europe/Atlantis"      | /data/flight/hours/timezone: must be an IANA timezone name
                    /flight/hours/slots    | []                     | /data/flight/hours/slots: must have at least 1 items
                    /flight/hours/slots    | [{"days":["friday"],"from":"18:00","to":"19:00"}] | /data/flight/hours/slots/0/days/0: must be one of
                    /audience/platforms    | []                     | /data/audience/platforms: must have at least 1 items
                    """)
    void refuses(String pointer, String value, String expected) {
        Translations.assertRefused(adapter.translate(CAMPAIGN_WITH_VOUCHER.changed(pointer, value)), expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /campaignId   | "a/b" | /data/campaignId: must match
                    /changeNumber | -     | /data/changeNumber: is required
                    /market       | "XX"  | /data/market: region must be an ISO 3166-1
                    """)
    void refusesToCancel(String pointer, String value, String expected) {
        Translations.assertRefused(adapter.translate(CAMPAIGN_CANCELLED.changed(pointer, value)), expected);
    }

    @Property(tries = 1000)
    void translatesOrRefusesWhateverIsDamaged(@ForAll("damaged") ObjectNode data) {
        Translations.assertSound(adapter.translate(CAMPAIGN_WITH_VOUCHER.with(data)));
    }

    @Test
    void speaksItsOwnTypesAlone() {
        assertThat(adapter.speaks("marketing.campaign.upserted.v1")).isTrue();
        assertThat(adapter.speaks("marketing.campaign.cancelled.v1")).isTrue();
        assertThat(adapter.speaks("marketing.campaign.upserted.v2")).isFalse();
    }

    @Provide
    Arbitrary<ObjectNode> damaged() {
        return Damages.of(NativeExamples.CAMPAIGN_WITH_VOUCHER);
    }
}
