package io.discounts.service.catalog;

import io.discounts.service.discount.DiscountId;
import io.discounts.service.discount.Region;
import io.discounts.service.discount.ScopeKey;
import io.discounts.service.discount.StoreId;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Invalidations on the wire, in the outbox and on the Redis channel: a line each, {@code sheet|store TAB region TAB key
 * TAB version}, of a sheet with {@code TAB discount} for each that has changed where these are told, or {@code everything TAB
 * version}. Keys and ids hold no control characters.
 */
final class Invalidations {
    private static final String EVERYTHING = "everything";

    private Invalidations() {}

    static byte[] write(List<Invalidation> invalidations) {
        return invalidations.stream()
                .map(Invalidations::line)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what {@link #write} wrote; throws {@link IllegalArgumentException} on anything else. */
    static List<Invalidation> read(byte[] written) {
        return new String(written, StandardCharsets.UTF_8)
                .lines()
                .map(Invalidations::parse)
                .toList();
    }

    private static String line(Invalidation invalidation) {
        return switch (invalidation) {
            case Invalidation.OfSheet sheet ->
                line("sheet", sheet.region(), sheet.key(), sheet.version()) + changed(sheet);
            case Invalidation.OfStore store -> line("store", store.region(), store.storeId(), store.version());
            case Invalidation.OfEverything everything -> EVERYTHING + '\t' + everything.version();
        };
    }

    private static String line(String kind, Region region, Object key, long version) {
        return kind + '\t' + region + '\t' + key + '\t' + version;
    }

    private static String changed(Invalidation.OfSheet sheet) {
        var ids = new StringBuilder();
        sheet.changed().forEach(id -> ids.append('\t').append(id));
        return ids.toString();
    }

    private static Invalidation parse(String line) {
        var parts = line.split("\t", -1);
        return switch (parts.length) {
            case 2 -> parseEverything(parts);
            case 0, 1, 3 -> throw unreadable();
            default -> parseOne(parts);
        };
    }

    private static Invalidation parseEverything(String[] parts) {
        if (!parts[0].equals(EVERYTHING)) {
            throw unreadable();
        }
        return new Invalidation.OfEverything(Long.parseLong(parts[1]));
    }

    private static Invalidation parseOne(String[] parts) {
        var region = new Region(parts[1]);
        var version = Long.parseLong(parts[3]);
        return switch (parts[0]) {
            case "sheet" -> new Invalidation.OfSheet(region, new ScopeKey(parts[2]), version, changed(parts));
            case "store" -> new Invalidation.OfStore(region, new StoreId(parts[2]), version);
            default -> throw unreadable();
        };
    }

    private static Set<DiscountId> changed(String[] parts) {
        return Stream.of(parts).skip(4).map(DiscountId::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static IllegalArgumentException unreadable() {
        return new IllegalArgumentException("not an invalidation");
    }
}
