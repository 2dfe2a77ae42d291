package io.discounts.sdk.internal;

/** Takes calls to be mirrored; never blocks, never throws, drops what it has no room for and counts it. */
public interface Mirror extends AutoCloseable {
    void mirror(MirroredCall<?> call);

    /** Ends its threads; what is under way is given up. */
    @Override
    void close();
}
