package io.discounts.loadtests.data;

import io.discounts.service.discount.DiscountChange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A small set of data, and what its files hold. */
final class Generated {
    static final LocalDate UNTIL = LocalDate.parse("2026-11-22");

    private Generated() {}

    static Dataset data(long seed, int discounts) {
        return Dataset.of(seed, discounts, 500, UNTIL, 3);
    }

    /** Everything that is told of a provider's subjects, in order. */
    static Stream<Statement> told(Dataset data) {
        return data.subjects().stream()
                .flatMap(some -> LongStream.range(0, some.count())
                        .mapToObj(some::subject)
                        .flatMap(subject -> subject.told().stream()));
    }

    static Stream<DiscountChange> newest(Dataset data) {
        return data.subjects().stream()
                .flatMap(some -> LongStream.range(0, some.count())
                        .mapToObj(some::subject)
                        .flatMap(subject -> subject.newest().changes().stream()));
    }

    /** The bytes of all files, by their paths. */
    static SortedMap<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        for (var path : paths(folder)) {
            files.put(
                    folder.relativize(path).toString(),
                    HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(path))));
        }
        return files;
    }

    /** Of the files' contents as they are before they are compressed, which JDKs may do differently. */
    static String checksum(Path folder) throws IOException {
        var digest = sha256();
        for (var path : paths(folder)) {
            digest.update(path.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            try (var in = Files.newInputStream(path)) {
                digest.update(
                        path.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The events of a stream, in the order of its segments. */
    static List<String> events(Path folder, String stream) throws IOException {
        return paths(folder.resolve(stream)).stream().flatMap(Generated::lines).toList();
    }

    private static Stream<String> lines(Path segment) {
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(segment)), StandardCharsets.UTF_8))) {
            return in.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
