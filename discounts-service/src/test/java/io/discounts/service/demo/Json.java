package io.discounts.service.demo;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** JSON objects with their fields in the order they are put. */
final class Json {
    private Json() {}

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static ObjectNode typed(String type) {
        return object().put("type", type);
    }

    static ObjectNode withList(ObjectNode node, String field, List<String> values) {
        var list = node.putArray(field);
        values.forEach(list::add);
        return node;
    }
}
