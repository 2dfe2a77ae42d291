package io.discounts.loadtests.data;

import io.discounts.service.discount.Rule;
import io.discounts.service.discount.Selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whom a campaign is for, and when. */
final class CampaignRules {
    static final List<String> SEGMENTS = List.of("lapsed", "new", "students", "vip", "night-owls");

    private static final int CUSTOMERS = 5_000_000;

    private CampaignRules() {}

    static List<Rule> rules(Draft draft, boolean voucher) {
        var chance = draft.chance();
        var rules = new ArrayList<Rule>(4);
        if (chance.percent(60)) {
            rules.add(new Rule.MinBasket(draft.country().tenths(chance.between(80, 400)), Selection.EVERYTHING));
        }
        addAudience(chance, rules);
        if (voucher) {
            rules.add(chance.percent(60) ? customers(chance) : new Rule.Segment(chance.some(SEGMENTS, 2), Set.of()));
        }
        if (chance.percent(15)) {
            rules.add(Runtimes.schedule(draft));
        }
        if (chance.percent(4)) {
            rules.add(new Rule.PaymentMethod(Set.of("card")));
        }
        return rules;
    }

    private static void addAudience(Chance chance, List<Rule> rules) {
        if (chance.percent(25)) {
            rules.add(new Rule.Segment(chance.percent(70) ? chance.some(SEGMENTS, 2) : Set.of(), Set.of("staff")));
        }
        if (chance.percent(8)) {
            rules.add(new Rule.OrderCount(0, 0));
        }
        if (chance.percent(8)) {
            rules.add(new Rule.Platform(chance.some(List.of("ios", "android", "web"), 2)));
        }
    }

    private static Rule customers(Chance chance) {
        var customers = new LinkedHashSet<String>();
        for (int i = chance.between(1, 3); i > 0; i--) {
            customers.add("c-" + chance.between(1, CUSTOMERS));
        }
        return new Rule.Customer(customers);
    }
}
