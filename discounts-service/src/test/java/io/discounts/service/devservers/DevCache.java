package io.discounts.service.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The user's cache folder for the development servers. What is costly to fetch or unpack lives here rather than in
 * {@code target}, so that {@code mvn clean} and a second checkout cost nothing; it may be deleted at any time while no
 * server runs.
 */
@SuppressWarnings("try") // A lock is held, not used.
record DevCache(Path root) {
    private static final String COMPLETE = ".complete";

    /** {@code $XDG_CACHE_HOME/discounts-dev}, by default {@code ~/.cache/discounts-dev}. */
    static DevCache ofUser() {
        var configured = Path.of(System.getenv().getOrDefault("XDG_CACHE_HOME", ""));
        var caches = configured.isAbsolute() ? configured : Path.of(System.getProperty("user.home"), ".cache");
        return new DevCache(caches.resolve("discounts-dev"));
    }

    /**
     * The folder of one version of something, filled on first use. Safe to call from several processes at once; an
     * installation that was interrupted is done again, since its marker is written last.
     */
    Path installed(String name, String version, Installation installation) throws IOException {
        var folder = root.resolve(name).resolve(version);
        if (!isComplete(folder)) {
            try (var lock = ProcessLock.await(root.resolve(name).resolve(version + ".lock"))) {
                if (!isComplete(folder)) {
                    Folders.delete(folder);
                    Files.createDirectories(folder);
                    installation.into(folder);
                    Files.createFile(folder.resolve(COMPLETE));
                }
            }
        }
        return folder;
    }

    private static boolean isComplete(Path folder) {
        return Files.exists(folder.resolve(COMPLETE));
    }

    /** Fills an empty folder. */
    interface Installation {
        void into(Path folder) throws IOException;
    }
}
