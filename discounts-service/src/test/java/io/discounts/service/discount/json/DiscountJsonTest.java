package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Extent;
import io.discounts.service.discount.fixtures.ArbitraryDiscounts;
import io.discounts.service.discount.fixtures.ExampleEvents;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.stores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DiscountJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String EXAMPLE = """
            {"provider":"partner-promotions","externalId":"42","version":3,"region":"ES","label":"20% off pizzas",\
            "currency":"EUR","effect":{"type":"percentage_off","percent":20,"maxAmount":500},\
            "target":{"type":"items","categories":["pizza"]},"scope":{"stores":["s-1"]},\
            "rules":[{"type":"min_basket","amount":1500},{"type":"segment","anyOf":["prime"]},\
            {"type":"order_count","min":0,"max":0},\
            {"type":"schedule","timezone":"Europe/Madrid",\
            "windows":[{"days":["MON","TUE"],"from":"12:00","until":"16:00"}]},\
            {"type":"payment_method","anyOf":["card"]},{"type":"platform","anyOf":["ios"]},\
            {"type":"fulfilment","anyOf":["delivery"]},{"type":"customer","anyOf":["c-1"]}],\
            "validFrom":"2026-11-01T00:00:00Z","validUntil":"2026-12-01T00:00:00Z",\
            "stacking":{"group":"partner","priority":10},"limits":{"total":1000,"perCustomer":1,"budget":500000},\
            "funding":{"partnerPercent":60}}""";

    @Property(tries = 200)
    void readsWhatItWrote(@ForAll("discounts") Discount discount) {
        var written = DiscountJson.write(discount);

        var read = DiscountJson.read(written);

        assertThat(read).isEqualTo(discount);
        assertThat(DiscountJson.write(read)).isEqualTo(written);
    }

    @Property(tries = 200)
    void readsTheSameScopeAloneAsWithTheRest(@ForAll("discounts") Discount discount) {
        assertThat(DiscountJson.readExtent(DiscountJson.write(discount)))
                .isEqualTo(new Extent(discount.scope(), discount.validity()));
    }

    @Property(tries = 200)
    void readsTheSameFromATree(@ForAll("discounts") Discount discount) {
        var data = JSON.readTree(DiscountJson.write(discount));

        var read = DiscountJson.read(discount.id().provider(), data);

        assertThat(read).isEqualTo(discount);
    }

    @Test
    void writesTheContractsExampleInItsOrderWithoutItsDefaults() {
        var discount = DiscountJson.read("partner-promotions", ExampleEvents.DISCOUNT_PUBLISHED.data());

        assertThat(text(discount)).isEqualTo(EXAMPLE);
    }

    @Test
    void leavesOutEveryDefault() {
        var plain = aDiscount().id("p:1").label("Off").percentageOff(10).build();

        assertThat(text(plain)).isEqualTo("""
                {"provider":"p","externalId":"1","version":1,"region":"ES","label":"Off","currency":"EUR",\
                "effect":{"type":"percentage_off","percent":10},"scope":{"everywhere":true},\
                "validFrom":"2026-11-01T00:00:00Z"}""");
    }

    @Test
    void writesAScopeThatNamesNothing() {
        assertThat(text(aDiscount().scope(stores()).build())).contains("\"scope\":{}");
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "12.50, 12.5", "0.01, 0.01", "100.0, 100", "7e1, 70"})
    void writesPercentWithoutTrailingZeros(String percent, String written) {
        var discount = aDiscount().percentageOff(percent, 500).build();

        assertThat(text(discount)).contains("\"percent\":" + written + ",");
    }

    @Test
    void trustsTheStreamForTheProviderAndNotTheData() {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data().put("provider", 7);

        var discount = DiscountJson.read("marketing-campaigns", data);

        assertThat(discount.id()).hasToString("marketing-campaigns:42");
    }

    @Test
    void readsAFieldWhateverItsPlace() {
        var shuffled = """
                {"effect":{"maxAmount":5,"percent":1.25,"type":"percentage_off"},"validFrom":"2026-11-01T01:00:00+01:00",\
                "scope":{"everywhere":true},"currency":"EUR","label":"Off","region":"ES","version":1.0,"externalId":"1"}""";

        var discount = DiscountJson.read("p", ExampleEvents.json(shuffled));

        assertThat(discount)
                .isEqualTo(aDiscount()
                        .id("p:1")
                        .label("Off")
                        .percentageOff("1.25", 5)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    currency                           | "ZZZ"                 | /currency: must be an ISO 4217 currency code
                    region                             | "ZZ"                  | /region: region must be an ISO 3166-1
                    validFrom                          | "2026-02-30T00:00:00Z" | /validFrom: must be an RFC 3339 instant
                    version                            | 3.5                   | /version: must be a whole number
                    version                            | 9223372036854775808   | /version: must be a whole number
                    version                            | 1e400                 | /version: must be a whole number
                    label                              | null                  | label is required
                    label                              | 3                     | /label: must be a string
                    limits                             | []                    | /limits: must be an object
                    stacking                           | {"priority":2147483648} | /stacking/priority: must be a whole number
                    rules                              | {}                    | /rules: must be an array
                    rules                              | [{"type":"order_count"}] | /rules/0: order_count needs min or max
                    rules                              | [{"type":"schedule","timezone":"Mars/Base","windows":[]}] | /rules/0/timezone: must be an IANA
                    effect                             | {"type":"half_price"} | /effect: type must be a known effect
                    effect                             | {"type":"bundle_price","quantity":2} | /effect: amount is required
                    target                             | {"type":"tips"}       | /target: type must be a known target
                    """)
    void tellsWhereADiscountIsWrong(String field, String value, String expected) {
        var data = ExampleEvents.DISCOUNT_PUBLISHED.data();
        data.set(field, ExampleEvents.json(value));

        assertThatExceptionOfType(InvalidDiscountException.class)
                .isThrownBy(() -> DiscountJson.read("p", data))
                .withMessageStartingWith(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "not JSON", "[]", "{\"provider\":\"p\"", "{}"})
    void refusesBytesThatAreNoDiscount(String bytes) {
        assertThatExceptionOfType(InvalidDiscountException.class)
                .isThrownBy(() -> DiscountJson.read(bytes.getBytes(StandardCharsets.UTF_8)));
        assertThatExceptionOfType(InvalidDiscountException.class)
                .isThrownBy(() -> DiscountJson.readExtent(bytes.getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return ArbitraryDiscounts.discounts();
    }

    private static String text(Discount discount) {
        return new String(DiscountJson.write(discount), StandardCharsets.UTF_8);
    }
}
