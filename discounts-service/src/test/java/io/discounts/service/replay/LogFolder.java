package io.discounts.service.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** An event log in a folder, as Firehose would have left it. */
record LogFolder(Path path) {
    static final String DAY = "2026/11/22";

    /** Writes a segment of the day on which the tests' events happen. */
    LogFolder with(String stream, String file, List<String> lines) {
        return with(stream, DAY, file, zipped(text(lines)));
    }

    LogFolder with(String stream, String day, String file, byte[] bytes) {
        try {
            var folder = Files.createDirectories(path.resolve(stream).resolve(day));
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String location() {
        return path.toString();
    }

    static byte[] text(List<String> lines) {
        return String.join("", lines.stream().map(line -> line + "\n").toList()).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
