package io.discounts.service.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * npm packages of servers, installed as a lock file pins them.
 *
 * @param name of their folder in the cache
 * @param resources where manifest, lock and preload lie on the class path, seen from here
 * @param preload what is loaded before a server, to set what it has no setting for
 */
record NodePackages(String name, String resources, String preload) {
    static final NodePackages KINESIS_AND_LEASES = new NodePackages("node", "", "kinesis-local-preload.cjs");
    static final NodePackages S3 = new NodePackages("node-s3", "s3/", "s3rver-preload.cjs");

    private static final int KEY_LENGTH = 16;

    /** The installed packages' {@code node_modules}; the preload lies beside it. */
    Path installed(DevCache cache, DevRun run) throws IOException {
        var manifest = resource("package.json");
        var lock = resource("package-lock.json");
        var loaded = resource(preload);
        return cache.installed(name, key(manifest + lock + loaded), folder -> {
                    Files.writeString(folder.resolve("package.json"), manifest);
                    Files.writeString(folder.resolve("package-lock.json"), lock);
                    Files.writeString(folder.resolve(preload), loaded);
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

    private String resource(String file) throws IOException {
        try (var stream = NodePackages.class.getResourceAsStream(resources + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the class path");
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
