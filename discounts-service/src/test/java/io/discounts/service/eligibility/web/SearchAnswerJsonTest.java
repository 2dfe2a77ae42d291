package io.discounts.service.eligibility.web;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.discount.StoreId;
import io.discounts.service.eligibility.Offer;
import io.discounts.service.eligibility.SearchAnswer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static org.assertj.core.api.Assertions.assertThat;

class SearchAnswerJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void writesTheContractsExample() {
        var pizzas = new Candidate(aDiscount()
                .id("partner-promotions:42")
                .label("20% off pizzas — “señor”")
                .percentageOff("20", 500)
                .onCategories("pizza")
                .rules(minBasket(1500), paidBy("card"))
                .validUntil("2026-12-01T00:00:00Z")
                .build());
        var open = new BitSet();
        open.set(0);
        var offer = new Offer(pizzas, open);
        var answer = new SearchAnswer(
                List.of(
                        new SearchAnswer.StoreOffers(new StoreId("s-1"), List.of(offer)),
                        new SearchAnswer.StoreOffers(new StoreId("s-2"), List.of())),
                List.of(offer),
                false);

        assertThat(text(answer, Map.of("partner-promotions", Instant.parse("2026-11-22T11:59:58Z"))))
                .isEqualTo("""
                        {"stores":[{"storeId":"s-1","discountIds":["partner-promotions:42"]},\
                        {"storeId":"s-2","discountIds":[]}],\
                        "discounts":{"partner-promotions:42":{"id":"partner-promotions:42",\
                        "provider":"partner-promotions","label":"20% off pizzas — “señor”","currency":"EUR",\
                        "effect":{"type":"percentage_off","percent":20,"maxAmount":500},\
                        "target":{"type":"items","categories":["pizza"]},\
                        "conditions":[{"type":"min_basket","amount":1500}],"validUntil":"2026-12-01T00:00:00Z"}},\
                        "watermarks":{"partner-promotions":"2026-11-22T11:59:58Z"},"stale":false}""");
    }

    @Test
    void isJsonWithNothingAndWithMuchInIt() {
        var many = IntStream.range(0, 300)
                .mapToObj(i -> new Offer(new Candidate(aDiscount().id("p:" + i).build()), new BitSet()))
                .toList();
        var full = new SearchAnswer(List.of(new SearchAnswer.StoreOffers(new StoreId("s-1"), many)), many, true);

        var empty = JSON.readTree(text(new SearchAnswer(List.of(), List.of(), false), Map.of()));
        var read = JSON.readTree(text(full, Map.of()));

        assertThat(empty.get("stores").size()).isZero();
        assertThat(read.get("discounts").size()).isEqualTo(300);
        assertThat(read.at("/stores/0/discountIds").size()).isEqualTo(300);
        assertThat(read.get("stale").booleanValue()).isTrue();
    }

    private static String text(SearchAnswer answer, Map<String, Instant> watermarks) {
        return new String(
                SearchAnswerJson.write(answer, WatermarksJson.render(watermarks))
                        .toByteArray(),
                StandardCharsets.UTF_8);
    }
}
