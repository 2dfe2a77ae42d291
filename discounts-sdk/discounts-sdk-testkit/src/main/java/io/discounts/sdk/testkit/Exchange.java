package io.discounts.sdk.testkit;

import java.io.IOException;
import java.time.Duration;

/** A request under way, for a {@link Behaviour} to answer in its way. For the thread that serves the connection. */
public interface Exchange {
    RecordedRequest request();

    Turn turn();

    /** What a healthy service would answer. Asking twice does a write twice. */
    Response honestAnswer();

    /** Sends a whole response and keeps the connection. */
    void send(Response response) throws IOException;

    /** Sends a status line and headers that promise {@code length} bytes of body; a negative one promises none: chunked. */
    void sendHead(Response response, long length) throws IOException;

    /** Sends bytes as they are. */
    void sendRaw(byte[] bytes) throws IOException;

    /** Waits in real time, and no longer than the service lives. */
    void pause(Duration time) throws IOException;

    /** Says nothing until the other side gives up. */
    void stayUntilPeerLeaves() throws IOException;

    /** Ends the connection in order. */
    void close() throws IOException;

    /** Ends the connection with a RST. */
    void reset() throws IOException;
}
