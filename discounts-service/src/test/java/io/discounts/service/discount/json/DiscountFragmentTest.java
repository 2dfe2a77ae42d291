package io.discounts.service.discount.json;

import io.discounts.service.discount.Discount;
import io.discounts.service.discount.fixtures.ArbitraryDiscounts;
import io.discounts.service.discount.fixtures.ExampleEvents;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minQuantity;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static org.assertj.core.api.Assertions.assertThat;

class DiscountFragmentTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsAsTheContractsExample() {
        var discount = DiscountJson.read("partner-promotions", ExampleEvents.DISCOUNT_PUBLISHED.data());

        assertThat(text(discount, 0)).isEqualTo("""
                {"id":"partner-promotions:42","provider":"partner-promotions","label":"20% off pizzas","currency":"EUR",\
                "effect":{"type":"percentage_off","percent":20,"maxAmount":500},\
                "target":{"type":"items","categories":["pizza"]},\
                "conditions":[{"type":"min_basket","amount":1500}],"validUntil":"2026-12-01T00:00:00Z"}""");
    }

    @Test
    void alwaysTellsTargetAndConditionsButNoEndThatThereIsNot() {
        var discount = aDiscount().id("p:1").label("Off").onDeliveryFee().build();

        assertThat(text(discount)).isEqualTo("""
                {"id":"p:1","provider":"p","label":"Off","currency":"EUR",\
                "effect":{"type":"percentage_off","percent":20},"target":{"type":"delivery_fee"},"conditions":[]}""");
    }

    @Test
    void tellsAllItemsByTheirTypeAlone() {
        assertThat(text(aDiscount().build())).contains("\"target\":{\"type\":\"items\"}");
    }

    @Test
    void tellsTheRulesAskedForInTheirOrder() {
        var discount = aDiscount()
                .rules(minBasket(100), minQuantity(2), paidBy("card"))
                .build();

        assertThat(conditions(discount, 2, 0)).isEqualTo(ExampleEvents.json("""
                        [{"type":"min_basket","amount":100},{"type":"payment_method","anyOf":["card"]}]"""));
    }

    @Test
    void countsBeyondSixtyFourRules() {
        var discount = aDiscount();
        IntStream.rangeClosed(1, 100).forEach(amount -> discount.rule(minBasket(amount)));

        assertThat(conditions(discount.build(), 0, 63, 64, 99))
                .extracting(rule -> rule.required("amount").asInt())
                .containsExactly(1, 64, 65, 100);
    }

    @Property(tries = 100)
    void tellsWhatTheCanonicalFormTells(@ForAll("discounts") Discount discount) {
        var canonical = JSON.readTree(DiscountJson.write(discount));
        int[] all = IntStream.range(0, discount.rules().size()).toArray();

        var fragment = JSON.readTree(bytes(discount, all));

        assertThat(fragment.required("label")).isEqualTo(canonical.required("label"));
        assertThat(fragment.required("effect")).isEqualTo(canonical.required("effect"));
        assertThat(fragment.get("validUntil")).isEqualTo(canonical.get("validUntil"));
        assertThat(fragment.required("conditions"))
                .isEqualTo(canonical.has("rules") ? canonical.get("rules") : ExampleEvents.json("[]"));
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return ArbitraryDiscounts.discounts();
    }

    private static JsonNode conditions(Discount discount, int... told) {
        return JSON.readTree(bytes(discount, told)).required("conditions");
    }

    private static String text(Discount discount, int... told) {
        return new String(bytes(discount, told), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Discount discount, int... told) {
        var conditions = new BitSet();
        IntStream.of(told).forEach(conditions::set);
        var out = new ByteArrayOutputStream();
        try {
            DiscountFragment.of(discount).writeTo(out, conditions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
