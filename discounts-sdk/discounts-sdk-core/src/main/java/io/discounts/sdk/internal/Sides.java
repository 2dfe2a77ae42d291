package io.discounts.sdk.internal;

import io.discounts.sdk.DiscountsBackend;
import org.jspecify.annotations.Nullable;

/** Who can be asked. */
public record Sides(@Nullable DiscountsBackend local, RemoteSide remote) {}
