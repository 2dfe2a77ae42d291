package io.discounts.loadtests.ingestion;

import io.discounts.service.devservers.Streams;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What an event log says of discounts on one day. */
record LoggedDay(Path log, LocalDate day) {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final String PUBLISHED = "io.discounts.discount.published.v1";
    private static final List<String> STREAMS =
            List.of(Streams.PARTNER_PROMOTIONS, Streams.PRIME_BENEFITS, Streams.MARKETING_CAMPAIGNS);

    /** One event for each discount that was published, stream by stream. */
    List<ToldDiscount> published() throws IOException {
        var bySubject = new LinkedHashMap<String, ToldDiscount>();
        for (var stream : STREAMS) {
            var folder = log.resolve(stream).resolve(day.format(FOLDER));
            if (Files.exists(folder)) {
                read(stream, folder, bySubject);
            }
        }
        return List.copyOf(bySubject.values());
    }

    private static void read(String stream, Path folder, Map<String, ToldDiscount> bySubject) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                lines(file).stream()
                        .filter(line -> line.contains(PUBLISHED))
                        .map(line -> ToldDiscount.of(stream, line))
                        .forEach(told -> bySubject.putIfAbsent(stream + ' ' + told.subject(), told));
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
