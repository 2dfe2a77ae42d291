package io.discounts.service.demo;

import tools.jackson.databind.node.ObjectNode;

/** What most discounts leave out: how they go with others, how often they may be used, who pays. */
final class DemoTerms {
    private DemoTerms() {}

    static void add(ObjectNode data, Dice dice, String provider, DemoRegion region) {
        if (dice.chance(60)) {
            stacking(data.putObject("stacking"), dice, provider);
        }
        if (dice.chance(30)) {
            limits(data.putObject("limits"), dice, region);
        }
        if (dice.chance(50)) {
            data.putObject("funding").put("partnerPercent", dice.between(0, 20) * 5);
        }
    }

    private static void stacking(ObjectNode stacking, Dice dice, String provider) {
        var exclusive = dice.chance(15);
        stacking.put("mode", exclusive ? "exclusive" : "stackable");
        if (!exclusive && dice.chance(50)) {
            stacking.put("group", dice.chance(10) ? "shared:season" : provider);
        }
        stacking.put("priority", dice.between(0, 10) * 10);
    }

    private static void limits(ObjectNode limits, Dice dice, DemoRegion region) {
        if (dice.chance(10)) {
            limits.put("total", 1).put("exclusiveUse", true);
            return;
        }
        if (dice.chance(60)) {
            limits.put("total", dice.between(1, 100) * 100);
        }
        if (dice.chance(60) || limits.isEmpty()) {
            limits.put("perCustomer", dice.between(1, 5));
        }
        if (dice.chance(30)) {
            limits.put("budget", region.minor(dice.between(1, 50) * 1_000));
        }
    }
}
