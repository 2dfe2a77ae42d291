package io.discounts.sdk.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An effect, a target or a condition: its type and what the contract names for that type. Values are what JSON knows:
 * {@code String}, {@code Long}, {@code BigDecimal}, {@code Boolean}, immutable {@code List} and {@code Map} of them.
 */
public record Terms(String type, Map<String, Object> values) {
    public Terms {
        Objects.requireNonNull(type, "type");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
