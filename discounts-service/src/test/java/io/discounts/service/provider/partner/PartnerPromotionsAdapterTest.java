package io.discounts.service.provider.partner;

import io.discounts.service.discount.DiscountChange;
import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Effect;
import io.discounts.service.discount.Funding;
import io.discounts.service.discount.Limits;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.Percent;
import io.discounts.service.discount.Selection;
import io.discounts.service.discount.Target;
import io.discounts.service.discount.fixtures.ExampleEvents;
import io.discounts.service.provider.Translation;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Set;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static io.discounts.service.discount.fixtures.DiscountFixtures.within;
import static io.discounts.service.provider.fixtures.NativeExamples.PROMOTION_LIVE;
import static io.discounts.service.provider.fixtures.NativeExamples.PROMOTION_MULTI_BUY;
import static io.discounts.service.provider.fixtures.NativeExamples.PROMOTION_PAUSED;
import static io.discounts.service.provider.fixtures.Translations.changes;
import static io.discounts.service.provider.fixtures.Translations.onlyDiscount;
import static org.assertj.core.api.Assertions.assertThat;

class PartnerPromotionsAdapterTest {
    private final PartnerPromotionsAdapter adapter = new PartnerPromotionsAdapter();

    @Test
    void publishesALivePromotion() {
        var discount = onlyDiscount(adapter.translate(PROMOTION_LIVE.toProviderEvent()));

        assertThat(discount)
                .isEqualTo(aDiscount()
                        .id("partner-promotions:PR-1001")
                        .version(3)
                        .label("20 % off pizzas at lunch")
                        .percentageOff("20", 500)
                        .target(new Target.Items(new Selection(Set.of("calzone-1"), Set.of("pizza"))))
                        .inStores("es-mad-1", "es-mad-7")
                        .rules(
                                minBasket(1550),
                                within(
                                        "Europe/Madrid",
                                        window("12:00", "16:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                                        window("22:00", "02:00", DayOfWeek.values())))
                        .validFrom("2026-10-31T23:00:00Z")
                        .validUntil("2026-11-30T23:00:00Z")
                        .group("shared:items")
                        .priority(10)
                        .limits(new Limits(1000L, 1L, null, false))
                        .funding(new Funding(new Percent(60_00)))
                        .build());
    }

    @Test
    void publishesAPromotionThatWantsNoGroupAndCountsInThousandths() {
        var discount = onlyDiscount(adapter.translate(PROMOTION_MULTI_BUY.toProviderEvent()));

        assertThat(discount)
                .isEqualTo(aDiscount()
                        .id("partner-promotions:PR-1002")
                        .region("KW")
                        .label("3 for 2 on soft drinks")
                        .currency("KWD")
                        .buyGetFree(2, 1)
                        .onCategories("soft-drink")
                        .inStores("kw-kwi-4")
                        .rules(minBasket(1250))
                        .validFrom("2026-11-01T03:00:00Z")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "ended", "draft"})
    void withdrawsAPromotionOfAnyOtherStatusHoweverUnfinishedItIs(String status) {
        var event = PROMOTION_PAUSED.changed("/status", '"' + status + '"');

        assertThat(changes(adapter.translate(event)))
                .containsExactly(new DiscountChange.Withdrawn(
                        DiscountId.parse("partner-promotions:PR-1001"),
                        onlyDiscount(adapter.translate(PROMOTION_LIVE.toProviderEvent()))
                                .region(),
                        4));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    {"kind":"percent_discount","percent":12.5}             | percentage_off
                    {"kind":"money_off","amount":4.5}                      | amount_off
                    {"kind":"money_off","amount":1.00,"perItem":true}      | amount_off per unit
                    {"kind":"special_price","price":0}                     | fixed_price
                    {"kind":"multi_buy","take":5,"pay":3}                  | buy_x_get_y
                    {"kind":"bundle","items":3,"price":9.99}               | bundle_price
                    """)
    void hasItsOwnWordsForOffers(String offer, String expected) {
        var discount = onlyDiscount(adapter.translate(PROMOTION_LIVE.changed("/offer", offer)));

        assertThat(discount.effect())
                .isEqualTo(
                        switch (expected) {
                            case "percentage_off" -> new Effect.PercentageOff(new Percent(12_50), null);
                            case "amount_off" -> new Effect.AmountOff(new Money(450), Effect.Per.TARGET);
                            case "amount_off per unit" -> new Effect.AmountOff(new Money(100), Effect.Per.UNIT);
                            case "fixed_price" -> new Effect.FixedPrice(new Money(0), null);
                            case "buy_x_get_y" -> new Effect.BuyXGetY(3, 2, Percent.FULL, null, null, null);
                            default -> new Effect.BundlePrice(3, new Money(999), null, null);
                        });
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "2026-03-29T02:30, Europe/Madrid, 2026-03-29T01:00:00Z", // skipped: the moment of the change
        "2026-10-25T02:30, Europe/Madrid, 2026-10-25T00:30:00Z", // twice: the first
        "2026-10-25T03:00, Europe/Madrid, 2026-10-25T02:00:00Z",
        "2026-04-05T01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z" // half an hour comes twice
    })
    void takesLocalTimesByTheClockOnTheWall(String local, String timezone, String instant) {
        var runs = "{\"timezone\":\"%s\",\"starts\":\"%s\"}".formatted(timezone, local);

        var discount = onlyDiscount(adapter.translate(PROMOTION_LIVE.changed("/runs", runs)));

        assertThat(discount.validity().from()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /status             | "live-ish"               | /data/status: must be one of
                    /status             | -                        | /data/status: is required
                    /status             | null                     | /data/status: must be one of
                    /revision           | 1.5                      | /data/revision: must be integer
                    /promotionId        | "a b"                    | /data/promotionId: must match
                    /country            | "XX"                     | /data/country: region must be an ISO 3166-1
                    /title              | " "                      | /data/title: must say something
                    /title              | "a\\u0007"               | /data/title: must say something
                    /currency           | "EUX"                    | /data/currency: must be an ISO 4217 currency code
                    /currency           | "XAU"                    | /data/currency: must be a currency that has coins
                    /currency           | "JPY"                    | /data/minimumSpend: must have at most 0 decimals, as JPY has
                    /appliesTo          | {}                       | /data/appliesTo: must name skus or categories
                    /appliesTo          | {"skus":[]}              | /data/appliesTo: must name skus or categories
                    /minimumSpend       | 15.505                   | /data/minimumSpend: must have at most 2 decimals, as EUR has
                    /minimumSpend       | 0                        | /data/minimumSpend: must be greater than 0
                    /minimumSpend       | -1                       | /data/minimumSpend: must be greater than 0
                    /minimumSpend       | 10000000000000.01        | /data/minimumSpend: must be from 0 to 10^15 minor units
                    /minimumSpend       | "15.50"                  | /data/minimumSpend: must be
                    /offer/savingCap    | 0.001                    | /data/offer/savingCap: must have at most 2 decimals
                    /offer/percent      | 12.345                   | /data/offer/percent: a percentage has at most two decimals
                    /offer/percent      | 100.01                   | /data/offer/percent: must be at most 100
                    /offer/percent      | -                        | /data/offer/percent: is required
                    /offer/kind         | "percentage_off"         | /data/offer/kind: must be one of
                    /offer              | {"kind":"multi_buy","take":2,"pay":2}   | /data/offer/take: must be greater than pay
                    /offer              | {"kind":"money_off","amount":4.505}     | /data/offer/amount: must have at most 2 decimals
                    /offer              | {"kind":"special_price","price":-0.01}  | /data/offer/price: must be at least 0
                    /offer              | {"kind":"bundle","items":0,"price":1}   | /data/offer/items: must be at least 1
                    /outlets            | []                       | /data/outlets: must have at least 1 items
                    /outlets            | -                        | /data/outlets: is required
                    /outlets            | null                     | /data/outlets: must be array
                    /outlets            | ["a b"]                  | /data/outlets/0: must match
                    /runs/timezone      | "Europe/Atlantis"        | /data/runs/timezone: must be an IANA timezone name
                    /runs/timezone      | "+01:00"                 | /data/runs/timezone: must be an IANA timezone name
                    /runs/starts        | "2026-11-01T00:00:00Z"   | /data/runs/starts: must be a local date and time
                    /runs/starts        | "2026-02-30T00:00"       | /data/runs/starts: must be a valid LocalDateTime
                    /runs/ends          | "2026-10-31T23:59"       | /data/runs/ends: must not be before starts
                    /runs/daily         | []                       | /data/runs/daily: must have at least 1 items
                    /runs/daily         | [{"from":"12:00"}]       | /data/runs/daily/0/to: is required
                    /runs/daily         | [{"from":"12:00","to":"24:00"}]                      | /data/runs/daily/0/to: must be a time
                    /runs/daily         | [{"weekdays":["MON"],"from":"12:00","to":"13:00"}]   | /data/runs/daily/0/weekdays/0: must be one of
                    /maxRedemptions     | 0                        | /data/maxRedemptions: must be at least 1
                    /partnerShare       | 101                      | /data/partnerShare: must be at most 100
                    """)
    void refuses(String pointer, String value, String expected) {
        Translations.assertRefused(adapter.translate(PROMOTION_LIVE.changed(pointer, value)), expected);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    /revision         | 3.0
                    /minimumSpend     | 15.5000
                    /minimumSpend     | 10000000000000.00
                    /minimumSpend     | null
                    /runs/ends        | "2026-11-01T00:00"
                    /runs/ends        | null
                    /runs/daily       | null
                    /appliesTo        | -
                    /offer/savingCap  | null
                    /maxRedemptions   | null
                    /rank             | null
                    /unknown          | {"deep":[1]}
                    """)
    void publishesTheNeighbourOfARefusal(String pointer, String value) {
        assertThat(adapter.translate(PROMOTION_LIVE.changed(pointer, value)))
                .isInstanceOf(Translation.Translated.class);
    }

    @Test
    void meansAllItemsIfItNamesNone() {
        var everything = onlyDiscount(adapter.translate(PROMOTION_LIVE.changed("/appliesTo", "null")));

        assertThat(everything.target()).isEqualTo(Target.Items.ALL);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var data = ExampleEvents.changed(PROMOTION_LIVE.data(), "/revision", "-1");

        Translations.assertRefused(
                adapter.translate(PROMOTION_LIVE.with(ExampleEvents.changed(data, "/outlets", "[]"))),
                "/data/revision: must be at least 0; /data/outlets: must have at least 1 items");
    }

    @Property(tries = 1000)
    void translatesOrRefusesWhateverIsDamaged(@ForAll("damaged") ObjectNode data) {
        Translations.assertSound(adapter.translate(PROMOTION_LIVE.with(data)));
    }

    @Property(tries = 200)
    void isAPureFunction(@ForAll("damaged") ObjectNode data) {
        assertThat(new PartnerPromotionsAdapter().translate(PROMOTION_LIVE.with(data)))
                .isEqualTo(adapter.translate(PROMOTION_LIVE.with(data)));
    }

    @Test
    void speaksItsOwnTypeAlone() {
        assertThat(adapter.speaks("partner.promotion.changed.v2")).isTrue();
        assertThat(adapter.speaks("partner.promotion.changed.v1")).isFalse();
    }

    @Provide
    Arbitrary<ObjectNode> damaged() {
        return Damages.of(NativeExamples.PROMOTION_LIVE);
    }
}
