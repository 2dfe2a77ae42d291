package io.discounts.service.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folders of days, {@code yyyy/MM/dd}. */
final class Days {
    private static final Pattern DAY = Pattern.compile("(\\d{4})/(\\d\\d)/(\\d\\d)");
    private static final int DEPTH = 3;

    private Days() {}

    static String path(LocalDate day) {
        return day.toString().replace('-', '/');
    }

    /** Empty if it is no day's path. */
    static Optional<LocalDate> day(String path) {
        var parts = DAY.matcher(path);
        try {
            return parts.matches() ? Optional.of(LocalDate.parse(path.replace('/', '-'))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Those of the days that have a folder, in order: a range may have a million days. */
    static List<LocalDate> existing(Path stream, LocalDate first, LocalDate last) throws IOException {
        if (!Files.isDirectory(stream)) {
            return List.of();
        }
        try (var folders = Files.walk(stream, DEPTH)) {
            return folders.filter(
                            folder -> stream.relativize(folder).getNameCount() == DEPTH && Files.isDirectory(folder))
                    .flatMap(folder -> day(path(stream, folder)).stream())
                    .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                    .sorted()
                    .toList();
        }
    }

    private static String path(Path stream, Path folder) {
        return stream.relativize(folder)
                .toString()
                .replace(folder.getFileSystem().getSeparator(), "/");
    }
}
