package io.discounts.loadtests.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events as somebody meets them who forgets those that come a second time. */
public final class Deliveries {
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, List<String>> bySubject = new HashMap<>();
    private int again;
    private int altered;

    void take(String subject, String id, String event) {
        var before = known.putIfAbsent(id, event);
        if (before == null) {
            bySubject.computeIfAbsent(subject, first -> new ArrayList<>()).add(id);
        } else {
            again++;
            altered += before.equals(event) ? 0 : 1;
        }
    }

    /** The ids of each subject in the order of their first appearance. */
    public Map<String, List<String>> inOrder() {
        return bySubject;
    }

    public int events() {
        return known.size();
    }

    /** How many came that had come before. */
    public int again() {
        return again;
    }

    /** How many of those were not what they had been. */
    int altered() {
        return altered;
    }
}
