package io.discounts.loadtests.ingestion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A catalog as lines of text, one for each discount, scope row and store, tombstones included. */
record CatalogLines(SortedSet<String> lines) {
    private static final int SHOWN = 5;

    static CatalogLines of(Collection<String> lines) {
        return new CatalogLines(new TreeSet<>(lines));
    }

    static String published(
            String provider, String externalId, long version, String label, int percent, boolean prime) {
        return "discount %s/%s v%d '%s' %d%%%s"
                .formatted(provider, externalId, version, label, percent, prime ? " prime" : "");
    }

    static String withdrawn(String provider, String externalId, long version) {
        return "discount %s/%s v%d withdrawn".formatted(provider, externalId, version);
    }

    static String scope(String key, String provider, String externalId) {
        return "scope %s %s/%s".formatted(key, provider, externalId);
    }

    static String opened(String storeId, long version, String city, String type) {
        return "store %s v%d %s %s".formatted(storeId, version, city, type);
    }

    static String closed(String storeId, long version) {
        return "store %s v%d removed".formatted(storeId, version);
    }

    /** SHA-256 over the sorted lines, in hexadecimal. */
    String checksum() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first lines that are here and not there. */
    List<String> notIn(CatalogLines other) {
        return lines.stream()
                .filter(line -> !other.lines().contains(line))
                .limit(SHOWN)
                .toList();
    }
}
