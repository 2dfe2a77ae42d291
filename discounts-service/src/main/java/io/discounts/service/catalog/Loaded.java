package io.discounts.service.catalog;

import java.util.Map;

/** Values found; {@code stale} if one is past its freshness bound because what lies behind is away. */
record Loaded<K, V>(Map<K, V> values, boolean stale) {}
