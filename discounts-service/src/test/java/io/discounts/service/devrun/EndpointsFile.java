package io.discounts.service.devrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code target/dev-servers.properties}: where the latest development run of this checkout listens. It is there once
 * that run is ready, and gone when it has ended.
 */
record EndpointsFile(Path path) {
    /** Beside the compiled test classes, whatever folder this JVM was started in. */
    static EndpointsFile ofThisBuild() {
        try {
            var classes = Path.of(EndpointsFile.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new EndpointsFile(classes.resolveSibling("dev-servers.properties"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes the file whole or not at all: who waits for it never reads half of it. */
    void write(Map<String, String> endpoints) {
        try {
            Files.createDirectories(path.getParent());
            var draft = Files.createTempFile(path.getParent(), "dev-servers", ".tmp");
            Files.writeString(draft, text(endpoints));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the file if it still tells this; a later run may have written its own. */
    void deleteIfTells(Map<String, String> endpoints) {
        try {
            if (Files.exists(path) && Files.readString(path).equals(text(endpoints))) {
                delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    private static String text(Map<String, String> endpoints) {
        return endpoints.entrySet().stream()
                .map(endpoint -> endpoint.getKey() + "=" + endpoint.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
