package io.discounts.service.catalog;

import java.util.function.Consumer;

/**
 * Short news to every instance, this one included, through Redis: fast, and lost while Redis is away. Whoever relies on it
 * needs another way to learn the same later.
 */
public interface Broadcast {
    /** Tells; never waits and never fails. */
    void tell(String channel, byte[] message);

    /** Has messages passed on from the start of the service on; to be called before it. */
    void hear(String channel, Consumer<byte[]> listener);
}
