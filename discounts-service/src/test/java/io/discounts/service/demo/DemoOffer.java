package io.discounts.service.demo;

import io.discounts.service.demo.DemoAssortment.Category;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a discount gives: its effect on its target, and how a person would put it.
 *
 * @param target empty: all items
 */
record DemoOffer(String label, ObjectNode effect, Optional<ObjectNode> target) {
    private static final List<String> PERCENTS =
            List.of("20", "10", "15", "25", "30", "50", "12.5", "5", "40", "33.33");

    static DemoOffer onItems(Dice dice, DemoRegion region, DemoAssortment assortment) {
        var category = dice.popularOneOf(assortment.categories());
        return switch (dice.between(0, 9)) {
            case 0, 1, 2 -> percentOff(dice, region, category);
            case 3 -> amountOff(dice, region);
            case 4 -> amountOffEach(dice, region, category);
            case 5 -> fixedPrice(dice, region, category);
            case 6 -> someFree(dice, category);
            case 7 -> nextCheaper(dice, category);
            case 8 -> freeWith(category, dice.popularOneOf(assortment.categories()));
            default -> bundle(dice, region, category);
        };
    }

    static DemoOffer onFees(Dice dice, DemoRegion region) {
        var amount = region.minor(dice.between(1, 4) * 5);
        return switch (dice.between(0, 5)) {
            case 0, 1 -> fee("Free delivery", Json.typed("fixed_price").put("amount", 0), "delivery_fee");
            case 2 ->
                fee(
                        "Delivery for " + region.printed(amount),
                        Json.typed("fixed_price").put("amount", amount),
                        "delivery_fee");
            case 3 ->
                fee(
                        region.printed(amount) + " off delivery",
                        Json.typed("amount_off").put("amount", amount),
                        "delivery_fee");
            case 4 -> fee("No service fee", Json.typed("percentage_off").put("percent", 100), "service_fee");
            default -> fee("Half the service fee", Json.typed("percentage_off").put("percent", 50), "service_fee");
        };
    }

    private static DemoOffer percentOff(Dice dice, DemoRegion region, Category category) {
        var percent = dice.popularOneOf(PERCENTS);
        var effect = Json.typed("percentage_off").put("percent", new BigDecimal(percent));
        if (dice.chance(40)) {
            effect.put("maxAmount", region.minor(dice.between(2, 10) * 10));
        }
        return dice.chance(30)
                ? new DemoOffer(percent + "% off everything", effect, Optional.empty())
                : new DemoOffer("%s%% off %s".formatted(percent, category.plural()), effect, items(category));
    }

    private static DemoOffer amountOff(Dice dice, DemoRegion region) {
        var amount = region.minor(dice.between(1, 8) * 10);
        var effect = Json.typed("amount_off").put("amount", amount);
        return new DemoOffer(region.printed(amount) + " off your basket", effect, Optional.empty());
    }

    private static DemoOffer amountOffEach(Dice dice, DemoRegion region, Category category) {
        var amount = region.minor(dice.between(1, 4) * 5);
        var effect = Json.typed("amount_off").put("amount", amount).put("per", "unit");
        return new DemoOffer(
                "%s off every %s".formatted(region.printed(amount), category.name()), effect, items(category));
    }

    private static DemoOffer fixedPrice(Dice dice, DemoRegion region, Category category) {
        var amount = region.minor(dice.between(5, 15) * 10);
        var number = dice.between(1, 9);
        var target = selection(Json.typed("items"), List.of(category.id() + "-" + number), List.of());
        return new DemoOffer(
                "Our %s no. %d for %s".formatted(category.name(), number, region.printed(amount)),
                Json.typed("fixed_price").put("amount", amount),
                Optional.of(target));
    }

    private static DemoOffer someFree(Dice dice, Category category) {
        var buy = dice.between(1, 3);
        var effect = Json.typed("buy_x_get_y").put("buy", buy).put("get", 1);
        return new DemoOffer("%d for %d on %s".formatted(buy + 1, buy, category.plural()), effect, items(category));
    }

    private static DemoOffer nextCheaper(Dice dice, Category category) {
        var effect = Json.typed("buy_x_get_y").put("buy", 1).put("get", 1).put("percent", 50);
        effect.put("maxGroups", dice.between(1, 3));
        return new DemoOffer("The second %s at half price".formatted(category.name()), effect, items(category));
    }

    private static DemoOffer freeWith(Category trigger, Category category) {
        var effect = Json.typed("buy_x_get_y").put("buy", 2).put("get", 1).put("percent", 100);
        selection(effect.putObject("trigger"), List.of(), List.of(trigger.id()));
        return new DemoOffer(
                "A %s free with two %s".formatted(category.name(), trigger.plural()), effect, items(category));
    }

    private static DemoOffer bundle(Dice dice, DemoRegion region, Category category) {
        var quantity = dice.between(2, 6);
        var amount = region.minor(quantity * dice.between(3, 8) * 10);
        var effect = Json.typed("bundle_price").put("quantity", quantity).put("amount", amount);
        if (dice.chance(30)) {
            effect.put("maxGroups", dice.between(1, 4));
        }
        return new DemoOffer(
                "Any %d %s for %s".formatted(quantity, category.plural(), region.printed(amount)),
                effect,
                items(category));
    }

    private static DemoOffer fee(String label, ObjectNode effect, String target) {
        return new DemoOffer(label, effect, Optional.of(Json.typed(target)));
    }

    private static Optional<ObjectNode> items(Category category) {
        return Optional.of(selection(Json.typed("items"), List.of(), List.of(category.id())));
    }

    private static ObjectNode selection(ObjectNode node, List<String> productIds, List<String> categories) {
        return Json.withList(Json.withList(node, "productIds", productIds), "categories", categories);
    }
}
