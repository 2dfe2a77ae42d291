package io.discounts.sdk.shadow;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Makes nodes of values. */
final class Nodes {
    private Nodes() {}

    static Node leaf(Object value) {
        return new Node.Leaf(value instanceof Number number ? number(number) : value.toString());
    }

    /** Properties; those without a value are left out. */
    static Fields fields() {
        return new Fields();
    }

    /** Elements by id; what has the id of an earlier one is told apart by its number: {@code id#2}. */
    static <T> Node keyed(Collection<T> elements, boolean ordered, Function<T, String> id, Function<T, Node> node) {
        var byId = new LinkedHashMap<String, Node>();
        elements.forEach(element -> byId.put(free(id.apply(element), byId), node.apply(element)));
        return new Node.Keyed(byId, ordered);
    }

    /**
     * What JSON knows.
     *
     * @param texts what becomes of each text in it
     */
    static Node value(Object value, UnaryOperator<String> texts) {
        if (value instanceof Map<?, ?> map) {
            var fields = fields();
            map.forEach((name, inside) -> fields.with(String.valueOf(name), value(inside, texts)));
            return fields.node();
        }
        if (value instanceof List<?> list) {
            return list(list, texts);
        }
        return leaf(value instanceof String text ? texts.apply(text) : value);
    }

    private static Node list(List<?> list, UnaryOperator<String> texts) {
        if (list.stream().anyMatch(element -> element instanceof Map || element instanceof List)) {
            return new Node.Items(
                    list.stream().map(element -> value(element, texts)).toList());
        }
        var leaves = list.stream().map(element -> value(element, texts)).toList();
        return keyed(leaves, true, Node::rendered, Function.identity());
    }

    private static String free(String id, Map<String, Node> taken) {
        var free = id;
        for (var number = 2; taken.containsKey(free); number++) {
            free = id + "#" + number;
        }
        return free;
    }

    private static String number(Number number) {
        return number instanceof Double || number instanceof Float || number instanceof BigDecimal
                ? plain(new BigDecimal(number.toString()))
                : number.toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Properties being put together. */
    static final class Fields {
        private final Map<String, Node> byName = new LinkedHashMap<>();

        Fields with(String name, @Nullable Object value) {
            if (value != null) {
                byName.put(name, value instanceof Node node ? node : leaf(value));
            }
            return this;
        }

        Node node() {
            return new Node.Fields(byName);
        }
    }
}
