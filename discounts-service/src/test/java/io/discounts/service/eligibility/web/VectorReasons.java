package io.discounts.service.eligibility.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Comparator;

/**
 * Makes answers comparable: the reasons against one discount have no order, and their {@code required} and {@code actual}
 * count where the vector names them.
 */
final class VectorReasons {
    private VectorReasons() {}

    /** An answer with the reasons in an order that says nothing. */
    static JsonNode sorted(JsonNode answer) {
        var copy = answer.deepCopy();
        for (var notApplied : copy.path("notApplied")) {
            var object = notApplied.asObject();
            object.set("reasons", sorted(object.withArray("reasons")));
        }
        return copy;
    }

    /** An answer without what vectors do not tell of the discounts not applied, or this one does not of their reasons. */
    static JsonNode likeIn(JsonNode expected, JsonNode answer) {
        var copy = answer.deepCopy();
        for (var notApplied : copy.path("notApplied")) {
            notApplied.asObject().retain("discountId", "reasons");
            var id = notApplied.required("discountId").stringValue();
            for (var reason : notApplied.required("reasons")) {
                strip(reason.asObject(), expected, id);
            }
        }
        return sorted(copy);
    }

    private static void strip(ObjectNode reason, JsonNode expected, String discountId) {
        for (var detail : new String[] {"required", "actual"}) {
            if (!names(expected, discountId, reason, detail)) {
                reason.remove(detail);
            }
        }
    }

    private static boolean names(JsonNode expected, String discountId, JsonNode reason, String detail) {
        return expected.path("notApplied")
                .valueStream()
                .filter(notApplied ->
                        notApplied.required("discountId").stringValue().equals(discountId))
                .flatMap(notApplied -> notApplied.required("reasons").valueStream())
                .filter(told -> told.required("rule").equals(reason.required("rule")))
                .filter(told -> told.required("code").equals(reason.required("code")))
                .anyMatch(told -> told.has(detail));
    }

    private static ArrayNode sorted(ArrayNode reasons) {
        var sorted = JsonNodeFactory.instance.arrayNode();
        reasons.valueStream().sorted(Comparator.comparing(VectorReasons::key)).forEach(sorted::add);
        return sorted;
    }

    private static String key(JsonNode reason) {
        return String.join(
                " ",
                reason.required("rule").stringValue(),
                reason.required("code").stringValue(),
                reason.path("required").toString(),
                reason.path("actual").toString());
    }
}
