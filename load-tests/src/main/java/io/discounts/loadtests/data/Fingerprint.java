package io.discounts.loadtests.data;

import io.discounts.loadtests.harness.Folders;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells data from others by their rows rather than by what was asked for: all stores, and some of each provider's discounts
 * from first to last. Whoever changes the generator or the tables need not remember to say so.
 */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Dataset data) throws IOException {
        var digest = sha256();
        var folder = Files.createTempDirectory("sample");
        try {
            Writing.write(data.sampleOfTables(), folder, 1);
            for (var table : LoadStatements.TABLES) {
                digest.update(
                        LoadStatements.statement(Path.of("/"), table, table).getBytes(StandardCharsets.UTF_8));
                for (var file : LoadStatements.files(folder, table)) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        } finally {
            Folders.delete(folder);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
