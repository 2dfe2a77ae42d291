package io.discounts.sdk.internal;

/** Mirrors nothing. */
public final class NoMirror implements Mirror {
    @Override
    public void mirror(MirroredCall<?> call) {}

    @Override
    public void close() {}
}
