package io.discounts.sdk.internal.page;

import java.util.List;

import static io.discounts.sdk.internal.page.Tag.tag;

/** What sections are made of. */
final class Parts {
    private Parts() {}

    /** A section with a heading, and a line that says how to read it. */
    static Tag section(String heading, String how) {
        return tag("section").add(tag("h2").add(heading)).add(tag("p", "muted").add(how));
    }

    /** What is folded away behind a line. */
    static Tag fold(String css, Tag inside, Tag... line) {
        var summary = tag("summary").add(tag("span", "fold").add("▸"));
        return tag("details", css).add(summary.addAll(List.of(line))).add(inside);
    }

    /** A share of something as a bar. */
    static Tag bar(String cssClass, double share) {
        var width = "width:" + Figures.coordinate(Math.max(0.6, 100 * share)) + "%";
        return tag("span", "bar").add(tag("i", cssClass).with("style", width));
    }

    /** A table that scrolls by itself where the page is narrow. */
    static Tag table(List<String> headings, List<List<Tag>> rows) {
        return table("plain", headings, rows);
    }

    /** A table whose last column counts. */
    static Tag countingTable(List<String> headings, List<List<Tag>> rows) {
        return table("counting", headings, rows);
    }

    private static Tag table(String css, List<String> headings, List<List<Tag>> rows) {
        var head = tag("tr");
        headings.forEach(heading -> head.add(tag("th").add(heading)));
        var body = tag("tbody");
        rows.forEach(row -> body.add(tag("tr").addAll(row)));
        return tag("div", "scroll")
                .add(tag("table", css).add(tag("thead").add(head)).add(body));
    }

    static Tag cell(String text) {
        return tag("td").add(text);
    }

    static Tag number(String text) {
        return tag("td", "number").add(text);
    }

    static Tag code(String text) {
        return tag("td", "code").add(tag("code").add(text));
    }

    /** A term and what is to be said of it. */
    static Tag fact(String term, String said) {
        return tag("div").add(tag("dt").add(term)).add(tag("dd").add(said));
    }

    /** A text within a drawing. */
    static Tag label(double x, double y, String cssClass, String text) {
        return tag("text", cssClass).with("x", x).with("y", y).add(text);
    }

    static Tag drawing(int width, double height, String says) {
        return tag("svg")
                .with("viewBox", "0 0 " + width + " " + Figures.coordinate(height))
                .with("role", "img")
                .with("aria-label", says);
    }

    static Tag rect(String cssClass, double x, double y, double width, double height) {
        return tag("rect", cssClass)
                .with("x", x)
                .with("y", y)
                .with("width", width)
                .with("height", height);
    }

    static Tag line(String cssClass, double x1, double y1, double x2, double y2) {
        return tag("line", cssClass)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }
}
