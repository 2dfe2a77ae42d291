package io.discounts.service.provider.campaign;

import io.discounts.service.discount.Rule;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Whom a campaign is for; what it does not say, it does not ask. */
record Audience(List<String> segments, List<String> notSegments, boolean firstOrderOnly, List<String> platforms) {
    List<Rule> toRules() {
        var rules = new ArrayList<Rule>();
        if (!segments.isEmpty() || !notSegments.isEmpty()) {
            rules.add(new Rule.Segment(new LinkedHashSet<>(segments), new LinkedHashSet<>(notSegments)));
        }
        if (firstOrderOnly) {
            rules.add(new Rule.OrderCount(0, 0));
        }
        if (!platforms.isEmpty()) {
            rules.add(new Rule.Platform(new LinkedHashSet<>(platforms)));
        }
        return rules;
    }
}
