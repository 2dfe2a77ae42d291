package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Options;
import io.discounts.loadtests.harness.Report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Writes a marketplace's data to a folder. */
public final class Generate {
    private Generate() {}

    /** Options: {@code discounts}, {@code stores}, {@code seed}, {@code days}, {@code until}, {@code format}, {@code folder}. */
    public static void run(Options options) throws IOException {
        var data = dataset(options);
        var format = DataFormat.named(options.text("format", "ndjson"));
        var folder = Path.of(options.text("folder", "generated"));
        options.requireNoOthers();
        requireEmpty(folder);
        var report = new Report();
        var tally = format.write(data, folder);
        report.line(
                "%,d discounts (%,d withdrawn) with %,d scope rows, %,d stores, %,d events: %,d discounts/s",
                tally.discounts(),
                tally.tombstones(),
                tally.scopeRows(),
                tally.stores(),
                tally.events(),
                tally.discounts() * 1_000 / Math.max(1, report.elapsed().toMillis()));
        report.line("%s", folder.toAbsolutePath());
    }

    /** What the options describe that all runs on generated data share. */
    public static Dataset dataset(Options options) {
        return dataset(options, 1_630_000, 60_000, 365);
    }

    /** The same with other defaults. */
    public static Dataset dataset(Options options, int discounts, int stores, int days) {
        return Dataset.of(
                options.number("seed", 42),
                options.number("discounts", discounts),
                options.number("stores", stores),
                LocalDate.parse(options.text("until", "2026-11-22")),
                options.number("days", days));
    }

    /** The same, but for its size. */
    public static Dataset dataset(Options options, int discounts, int stores) {
        return Dataset.of(
                options.number("seed", 42),
                discounts,
                stores,
                LocalDate.parse(options.text("until", "2026-11-22")),
                options.number("days", 365));
    }

    private static void requireEmpty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException(folder + " is not empty");
            }
        }
    }
}
