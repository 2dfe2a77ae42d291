package io.discounts.service.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The event log in a folder. */
record FolderLog(Path location) implements EventLog {

    @Override
    public List<Segment> segments(String stream, LocalDate first, LocalDate last) throws IOException {
        var segments = new ArrayList<Segment>();
        for (var day : Days.existing(location.resolve(stream), first, last)) {
            try (var files = Files.list(location.resolve(stream).resolve(Days.path(day)))) {
                for (var file : files.sorted().toList()) {
                    if (Segment.isOne(file.getFileName().toString()) && Files.isRegularFile(file)) {
                        segments.add(new Segment(stream, name(file), Files.size(file)));
                    }
                }
            }
        }
        return segments;
    }

    private String name(Path file) {
        return location.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public InputStream open(Segment segment) throws IOException {
        return Files.newInputStream(location.resolve(segment.name()));
    }
}
