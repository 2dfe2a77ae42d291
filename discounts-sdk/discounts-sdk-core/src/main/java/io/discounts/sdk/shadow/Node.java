package io.discounts.sdk.shadow;

import java.util.List;
import java.util.Map;

/** An answer as what can be compared at every place. */
sealed interface Node {
    /** A value, rendered. Numbers that are equal are rendered alike. */
    record Leaf(String text) implements Node {}

    /** Properties with names that the contract knows. */
    record Fields(Map<String, Node> byName) implements Node {}

    /**
     * Elements that have an id each.
     *
     * @param byId in their order
     * @param ordered whether that means anything
     */
    record Keyed(Map<String, Node> byId, boolean ordered) implements Node {}

    /** Elements that have nothing but a position. */
    record Items(List<Node> all) implements Node {}

    /** Nothing in it: said by leaving it out as well. */
    default boolean isEmpty() {
        if (this instanceof Fields fields) {
            return fields.byName.isEmpty();
        }
        if (this instanceof Keyed keyed) {
            return keyed.byId.isEmpty();
        }
        return this instanceof Items items && items.all.isEmpty();
    }

    /** For a person to read. */
    default String rendered() {
        if (this instanceof Leaf leaf) {
            return leaf.text;
        }
        if (this instanceof Fields fields) {
            return render(fields.byName);
        }
        if (this instanceof Keyed keyed) {
            return keyed.byId.values().stream().allMatch(Leaf.class::isInstance)
                    ? keyed.byId.keySet().toString()
                    : render(keyed.byId);
        }
        return this instanceof Items items
                ? items.all.stream().map(Node::rendered).toList().toString()
                : "";
    }

    private static String render(Map<String, Node> children) {
        var text = new StringBuilder("{");
        children.forEach((name, child) -> text.append(text.length() > 1 ? ", " : "")
                .append(name)
                .append(": ")
                .append(child.rendered()));
        return text.append("}").toString();
    }
}
