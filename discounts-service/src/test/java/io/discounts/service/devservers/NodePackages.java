package io.discounts.service.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The npm packages of the Kinesis API and the lease table, installed as the lock file pins them. */
final class NodePackages {
    static final String PRELOAD = "kinesis-local-preload.cjs";

    private static final int KEY_LENGTH = 16;

    private NodePackages() {}

    /** The installed packages' {@code node_modules}. */
    static Path installed(DevCache cache, DevRun run) throws IOException {
        var manifest = resource("package.json");
        var lock = resource("package-lock.json");
        var preload = resource(PRELOAD);
        return cache.installed("node", key(manifest + lock + preload), folder -> {
                    Files.writeString(folder.resolve("package.json"), manifest);
                    Files.writeString(folder.resolve("package-lock.json"), lock);
                    Files.writeString(folder.resolve(PRELOAD), preload);
                    install(folder, run);
                })
                .resolve("node_modules");
    }

    private static void install(Path folder, DevRun run) {
        // None of the packages needs its install script: the one with native code carries it built.
        var npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        try {
            run.complete(npm.directory(folder.toFile()));
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("Node.js 20 or later with npm is needed on the PATH", e);
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = NodePackages.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String key(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
