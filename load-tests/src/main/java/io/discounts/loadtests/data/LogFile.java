package io.discounts.loadtests.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Where the event log keeps a segment: {@code <stream>/<yyyy>/<MM>/<dd>/<name>.ndjson.gz}. */
record LogFile(String stream, LocalDate day, int part) {
    private static final DateTimeFormatter DAY_FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final int BUFFER = 1 << 16;

    /** Speed counts for more than size here, as it does for whoever archives a stream. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    Path in(Path folder) {
        return folder.resolve(stream)
                .resolve(day.format(DAY_FOLDER))
                .resolve("%s-%s-%02d.ndjson.gz".formatted(stream, day, part));
    }

    OutputStream create(Path folder) throws IOException {
        var path = in(folder);
        Files.createDirectories(path.getParent());
        return new BufferedOutputStream(new FastGzip(Files.newOutputStream(path)), BUFFER);
    }
}
