package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A page of tables and plots that needs nothing but itself; what it is given is plain text. */
public final class HtmlReport {
    private static final String HEAD = """
            <!doctype html><meta charset="utf-8"><title>TITLE</title>
            <style>body{font:15px system-ui;max-width:70em;margin:2em auto;color:#222}table{border-collapse:collapse}
            td,th{padding:.3em .8em;border-bottom:1px solid #ddd;text-align:right}
            td:first-child,th:first-child{text-align:left}svg{margin:1em 0;background:#fafafa}</style>
            <h1>TITLE</h1>
            """;

    private final StringBuilder page;
    private final Report console;

    public HtmlReport(String title, Report console) {
        this.page = new StringBuilder(HEAD.replace("TITLE", escaped(title)));
        this.console = console;
    }

    public void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
        console.line("%s", text);
    }

    public void table(List<String> headings, List<List<String>> rows) {
        page.append("<table>\n");
        row("th", headings);
        rows.forEach(row -> row("td", row));
        page.append("</table>\n");
        console.line("| %s |", String.join(" | ", headings));
        console.line("|%s", "---|".repeat(headings.size()));
        rows.forEach(row -> console.line("| %s |", String.join(" | ", row)));
    }

    public void plot(Plot plot) {
        page.append(plot.svg());
    }

    /** Writes the page into a folder and says where it is. */
    public void write(Path folder) throws IOException {
        var file = folder.resolve("index.html");
        Files.writeString(file, page);
        console.line("the report: %s", file);
    }

    private void row(String cell, List<String> values) {
        page.append("<tr>");
        values.forEach(value -> page.append("<%s>%s</%s>".formatted(cell, escaped(value), cell)));
        page.append("</tr>\n");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
