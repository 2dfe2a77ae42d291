package io.discounts.sdk.spi;

import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;

/** A response whose body is still to be read, by one thread. */
public interface TransportResponse extends Closeable {
    int status();

    /** The first header of this name, whose case does not matter. */
    Optional<String> header(String name);

    /** The body, without any content coding. */
    InputStream body();

    /** Gives up what has not been read of the body, without waiting for it. */
    @Override
    void close();
}
