package io.discounts.loadtests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders of a run. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with all it holds; nothing happens if there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** An empty folder for what a run leaves to be looked at, below {@code target}. */
    public static Path results(String run) throws IOException {
        var folder = Path.of("target", run).toAbsolutePath();
        delete(folder);
        return Files.createDirectories(folder);
    }
}
