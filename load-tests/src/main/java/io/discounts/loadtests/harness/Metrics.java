package io.discounts.loadtests.harness;

import java.util.List;

/** A scrape in Prometheus' text format. */
public record Metrics(List<Sample> samples) {
    /** @param labels as written, between the braces; empty if there are none */
    private record Sample(String name, String labels, double value) {}

    public static Metrics parse(String text) {
        return new Metrics(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Metrics::sample)
                .toList());
    }

    /** The sum over all samples of this name whose labels contain the given one, such as {@code outcome="applied"}. */
    public double sum(String name, String label) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.labels().contains(label))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** Records dealt with, whatever became of them. */
    public long records() {
        return (long) sum("discounts_ingestion_records_total", "");
    }

    private static Sample sample(String line) {
        var space = line.lastIndexOf(' ');
        var series = line.substring(0, space);
        var brace = series.indexOf('{');
        return new Sample(
                brace < 0 ? series : series.substring(0, brace),
                brace < 0 ? "" : series.substring(brace + 1, series.length() - 1),
                Double.parseDouble(line.substring(space + 1)));
    }
}
