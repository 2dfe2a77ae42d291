package io.discounts.service.eligibility.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Set;

/**
 * One case of {@code decisions/}, complete: what its file sets by default is filled in.
 *
 * @param stores facts as {@code store.updated} tells them
 * @param discounts as {@code discount.published} tells them, each with its provider
 * @param availability by discount id, what is left where it is not what the limits say
 * @param request as on the wire
 * @param answer as on the wire, but for {@code watermarks} and {@code stale}
 */
record DecisionVector(
        String file,
        String name,
        Operation operation,
        List<JsonNode> stores,
        List<JsonNode> discounts,
        JsonNode availability,
        JsonNode request,
        JsonNode answer) {
    private static final Set<String> FIELDS =
            Set.of("name", "contract", "operation", "stores", "discounts", "availability", "request", "answer");

    enum Operation {
        EVALUATE,
        SEARCH
    }

    static DecisionVector of(String file, JsonNode written, JsonNode defaults) {
        var name = written.required("name").stringValue();
        VectorFile.allow(written, file + ": " + name, FIELDS);
        if (written.required("contract").stringValue().isBlank()) {
            throw new IllegalArgumentException(file + ": " + name + " names no sentence of the contract");
        }
        return new DecisionVector(
                file,
                name,
                operation(written.required("operation").stringValue()),
                (written.has("stores") ? written : defaults)
                        .required("stores")
                        .valueStream()
                        .toList(),
                written.required("discounts")
                        .valueStream()
                        .map(discount -> over(defaults.required("discount"), discount))
                        .toList(),
                written.has("availability") ? written.required("availability") : nothing(),
                over(defaults.required("request"), written.required("request")),
                written.required("answer"));
    }

    /** What JUnit tells of it. */
    @Override
    public String toString() {
        return file + ": " + name;
    }

    private static Operation operation(String written) {
        return switch (written) {
            case "evaluate" -> Operation.EVALUATE;
            case "search" -> Operation.SEARCH;
            default -> throw new IllegalArgumentException("unknown operation: " + written);
        };
    }

    /** A field of the case replaces the default's as a whole. */
    private static JsonNode over(JsonNode defaults, JsonNode own) {
        return nothing().setAll((ObjectNode) defaults).setAll((ObjectNode) own);
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
