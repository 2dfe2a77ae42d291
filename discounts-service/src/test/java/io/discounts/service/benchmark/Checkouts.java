package io.discounts.service.benchmark;

import io.discounts.service.catalog.Candidate;
import io.discounts.service.catalog.Sheet;
import io.discounts.service.catalog.StoreCandidates;
import io.discounts.service.discount.Discount;
import io.discounts.service.discount.Money;
import io.discounts.service.discount.StoreId;
import io.discounts.service.discount.fixtures.DiscountBuilder;
import io.discounts.service.eligibility.Facts;
import io.discounts.service.eligibility.pricing.Basket;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aStore;
import static io.discounts.service.discount.fixtures.DiscountFixtures.firstOrder;
import static io.discounts.service.discount.fixtures.DiscountFixtures.inSegment;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minBasket;
import static io.discounts.service.discount.fixtures.DiscountFixtures.minQuantity;
import static io.discounts.service.discount.fixtures.DiscountFixtures.onPlatform;
import static io.discounts.service.discount.fixtures.DiscountFixtures.paidBy;
import static io.discounts.service.discount.fixtures.DiscountFixtures.window;
import static io.discounts.service.discount.fixtures.DiscountFixtures.within;

/** Ordinary stores, discounts and orders: every effect, rules in the proportions seen in such marketplaces. */
final class Checkouts {
    static final Basket BASKET = new Basket(
            Currency.getInstance("EUR"),
            List.of(
                    line("l1", "p1", "pizza", 2, 950),
                    line("l2", "p2", "pizza", 1, 1250),
                    line("l3", "p3", "drinks", 3, 220),
                    line("l4", "p4", "dessert", 1, 475),
                    line("l5", "p5", "sides", 2, 380)),
            new Money(290),
            new Money(100));

    private static final Facts.Customer CUSTOMER = new Facts.Customer("c-1", Set.of("prime", "student"), 3);
    private static final Facts.Context CONTEXT = new Facts.Context("ios", "delivery", "card");
    private static final Instant SUNDAY_NOON = Instant.parse("2026-11-22T12:00:00Z");

    static final Facts AT_CHECKOUT = new Facts(CUSTOMER, CONTEXT, BASKET, SUNDAY_NOON);
    static final Facts LOOKING_AROUND = new Facts(CUSTOMER, CONTEXT, null, SUNDAY_NOON);

    private Checkouts() {}

    /** A store with so many candidates, half of them its own and the others shared with all stores. */
    static StoreCandidates store(int number, int candidates, Sheet shared) {
        var own = sheet("own-" + number, candidates / 2);
        var facts = aStore("s-" + number);
        return new StoreCandidates(new StoreId("s-" + number), facts, List.of(own, shared));
    }

    static Sheet sheet(String prefix, int candidates) {
        return new Sheet(IntStream.range(0, candidates)
                .mapToObj(i -> new Candidate(discount(prefix, i)))
                .toList());
    }

    private static Discount discount(String prefix, int i) {
        var discount = aDiscount().id("partner-promotions:" + prefix + "-" + i).priority(i % 4);
        withEffect(discount, i);
        withRules(discount, i);
        return (i % 7 == 6 ? discount.exclusive() : i % 3 == 0 ? discount.group("offers") : discount).build();
    }

    private static void withEffect(DiscountBuilder discount, int i) {
        switch (i % 8) {
            case 0 -> discount.percentageOff("12.5", 500).onCategories("pizza");
            case 1 -> discount.amountOff(300);
            case 2 -> discount.onDeliveryFee().percentageOff(50);
            case 3 -> discount.buyGetFree(2, 1).onCategories("drinks");
            case 4 -> discount.onServiceFee().fixedPrice(50);
            case 5 -> discount.bundle(2, 1800).onCategories("pizza");
            case 6 -> discount.amountOffEachUnit(40).onProducts("p3", "p5");
            default -> discount.percentageOff(10);
        }
    }

    private static void withRules(DiscountBuilder discount, int i) {
        switch (i % 5) {
            case 0 -> discount.rules(minBasket(1500));
            case 1 -> discount.rules(minBasket(4000 + i), inSegment("prime"));
            case 2 -> discount.rules(minQuantity(3), paidBy("card"), onPlatform("ios", "android"));
            case 3 ->
                discount.rules(within(
                        "Europe/Madrid",
                        window("12:00", "16:00", DayOfWeek.SUNDAY),
                        window("22:00", "02:00", DayOfWeek.FRIDAY)));
            default -> discount.rules(inSegment("prime", "gold"), firstOrder());
        }
    }

    private static Basket.Line line(String id, String product, String category, int quantity, long unitPrice) {
        return new Basket.Line(id, product, Set.of(category), quantity, unitPrice);
    }
}
