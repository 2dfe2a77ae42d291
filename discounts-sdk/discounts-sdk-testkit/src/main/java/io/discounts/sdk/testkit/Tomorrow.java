package io.discounts.sdk.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers of a service that has learnt what its clients do not know yet. */
final class Tomorrow {
    private static final Set<String> ENUMERATED = Set.of("type", "target", "status", "rule", "code");

    private Tomorrow() {}

    static String valuesIn(String json) {
        return JsonText.write(changed(JsonText.read(json).members()));
    }

    private static Object changed(Object value) {
        if (value instanceof Map<?, ?> map) {
            var changed = new LinkedHashMap<String, Object>();
            map.forEach((name, member) -> changed.put(name.toString(), member(name.toString(), member)));
            return changed;
        }
        return value instanceof List<?> list
                ? list.stream().map(Tomorrow::changed).toList()
                : value;
    }

    private static Object member(String name, Object member) {
        return member instanceof String text && ENUMERATED.contains(name) ? "tomorrow_" + text : changed(member);
    }
}
