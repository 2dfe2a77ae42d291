package io.discounts.service.ops;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a list goes on: behind the item with this key. Opaque to clients, and no secret.
 *
 * @param key the item's key, most significant part first
 */
record Cursor(List<String> key) {
    private static final int MAX_LENGTH = 4096;

    Cursor {
        key = List.copyOf(key);
    }

    static Cursor behind(String... key) {
        return new Cursor(List.of(key));
    }

    /** Absent if it was not written by {@link #write}. */
    static Optional<Cursor> read(String written) {
        if (written.isEmpty() || written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var key = new ArrayList<String>();
            for (var part : written.split("\\.", -1)) {
                key.add(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
            }
            return Optional.of(new Cursor(key));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }

    String write() {
        return key.stream()
                .map(part ->
                        Base64.getUrlEncoder().withoutPadding().encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("."));
    }
}
