package io.discounts.sdk.internal.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a page, HTML or SVG. Text and values of attributes are escaped, always: there is no other way in. */
final class Tag {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> children = new ArrayList<>();

    private Tag(String name) {
        this.name = name;
    }

    static Tag tag(String name) {
        return new Tag(name);
    }

    /** With a class to be styled by. */
    static Tag tag(String name, String cssClass) {
        return tag(name).with("class", cssClass);
    }

    Tag with(String attribute, Object value) {
        attributes.put(attribute, value instanceof Double number ? Figures.coordinate(number) : value.toString());
        return this;
    }

    Tag add(Tag child) {
        children.add(child);
        return this;
    }

    Tag add(String text) {
        children.add(text);
        return this;
    }

    Tag addAll(List<Tag> more) {
        children.addAll(more);
        return this;
    }

    void writeTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((attribute, value) -> out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        if (children.isEmpty() && isVoid()) {
            out.append("/>");
            return;
        }
        out.append('>');
        children.forEach(child -> write(child, out));
        out.append("</").append(name).append('>');
    }

    private static void write(Object child, StringBuilder out) {
        if (child instanceof Tag tag) {
            tag.writeTo(out);
        } else {
            out.append(escaped(child.toString()));
        }
    }

    private boolean isVoid() {
        return switch (name) {
            case "meta", "rect", "line", "path", "circle" -> true;
            default -> false;
        };
    }

    /** Characters that no document may hold, such as NUL, become a replacement character. */
    private static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
            }
        });
        return out.toString();
    }

    private static boolean isAllowed(int point) {
        var control = Character.isISOControl(point) && point != '\n' && point != '\t';
        var bidi = Character.getType(point) == Character.FORMAT;
        var half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !control && !bidi && !half && (point & 0xFFFE) != 0xFFFE;
    }
}
