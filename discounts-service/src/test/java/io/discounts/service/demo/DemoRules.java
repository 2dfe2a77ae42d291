package io.discounts.service.demo;

import io.discounts.service.demo.DemoAssortment.Category;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** When a discount applies. */
record DemoRules(DemoRegion region, DemoAssortment assortment) {
    private static final List<String> TYPES = List.of(
            "min_basket",
            "schedule",
            "min_quantity",
            "fulfilment",
            "payment_method",
            "platform",
            "order_count",
            "segment",
            "customer");
    private static final List<String> SEGMENTS = List.of("prime", "students", "night-shift", "lapsed");
    private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    /** None to three rules, each of another type; Prime's benefits are for Prime, whatever else they ask. */
    List<ObjectNode> some(Dice dice, boolean forPrime) {
        var types = new ArrayList<>(dice.popularSome(TYPES, dice.between(0, 3)));
        var rules = new ArrayList<ObjectNode>();
        if (forPrime) {
            types.remove("segment");
            rules.add(segment(List.of("prime"), List.of()));
        }
        types.forEach(type -> rules.add(rule(dice, type)));
        return rules;
    }

    private ObjectNode rule(Dice dice, String type) {
        return switch (type) {
            case "min_basket" -> minBasket(dice);
            case "min_quantity" -> narrowed(dice, Json.typed(type).put("quantity", dice.between(2, 6)));
            case "schedule" -> schedule(dice);
            case "order_count" -> orderCount(dice);
            case "segment" -> segment(dice);
            case "payment_method" -> anyOf(type, dice.popularSome(List.of("card", "apple-pay", "cash"), 2));
            case "platform" -> anyOf(type, dice.popularSome(List.of("ios", "android", "web"), 2));
            case "fulfilment" -> anyOf(type, dice.popularSome(List.of("delivery", "pickup"), 1));
            case "customer" -> anyOf(type, List.of("c-" + dice.between(1, 50), "c-" + dice.between(51, 100)));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private ObjectNode minBasket(Dice dice) {
        return narrowed(dice, Json.typed("min_basket").put("amount", region.minor(dice.between(2, 12) * 25)));
    }

    /** Some minimums are asked of one category alone. */
    private ObjectNode narrowed(Dice dice, ObjectNode rule) {
        return dice.chance(15) ? Json.withList(rule, "categories", categories(dice)) : rule;
    }

    private List<String> categories(Dice dice) {
        return dice.popularSome(assortment.categories(), 2).stream()
                .map(Category::id)
                .toList();
    }

    private ObjectNode schedule(Dice dice) {
        var rule = Json.typed("schedule").put("timezone", region.timezone());
        var windows = rule.putArray("windows");
        switch (dice.between(0, 3)) {
            case 0 -> window(windows, WEEK.subList(0, 5), "12:00", "16:00");
            case 1 -> window(windows, WEEK.subList(4, 6), "20:00", "02:00");
            case 2 -> {
                window(windows, WEEK.subList(0, 5), "17:30", "19:30");
                window(windows, WEEK.subList(5, 7), "09:00", "12:00");
            }
            default -> window(windows, List.of(dice.oneOf(WEEK)), "00:00", "00:00");
        }
        return rule;
    }

    private static void window(ArrayNode windows, List<String> days, String from, String until) {
        Json.withList(windows.addObject(), "days", days).put("from", from).put("until", until);
    }

    private static ObjectNode orderCount(Dice dice) {
        var rule = Json.typed("order_count");
        return switch (dice.between(0, 2)) {
            case 0 -> rule.put("min", 0).put("max", 0);
            case 1 -> rule.put("max", dice.between(1, 5));
            default -> rule.put("min", dice.between(5, 50));
        };
    }

    private static ObjectNode segment(Dice dice) {
        return dice.chance(70)
                ? segment(dice.popularSome(SEGMENTS, 2), List.of())
                : segment(List.of(), dice.popularSome(SEGMENTS, 1));
    }

    private static ObjectNode segment(List<String> anyOf, List<String> noneOf) {
        return Json.withList(Json.withList(Json.typed("segment"), "anyOf", anyOf), "noneOf", noneOf);
    }

    private static ObjectNode anyOf(String type, List<String> values) {
        return Json.withList(Json.typed(type), "anyOf", values);
    }
}
