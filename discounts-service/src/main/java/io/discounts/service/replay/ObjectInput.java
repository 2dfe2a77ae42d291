package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.Abortable;

import java.io.IOException;
import java.io.InputStream;

/**
 * An object's bytes, each once and in order, however often the connection breaks: it goes on behind the last byte that came.
 * Where connections break several times without a byte between, the log is taken to be away. Not thread-safe.
 */
final class ObjectInput extends InputStream {
    private static final int MOST_BREAKS = 3;
    private final Source source;
    private Part part;
    private long at;
    private int breaks;

    /** Where the object can be had. */
    interface Source {
        /**
         * The object from a byte on.
         *
         * @param version which version of it; null: whichever there is
         */
        Part open(long from, @Nullable String version) throws IOException;
    }

    /**
     * The rest of an object.
     *
     * @param end the whole object's length
     */
    record Part(InputStream bytes, long end, @Nullable String version) {}

    ObjectInput(Source source) throws IOException {
        this.source = source;
        this.part = source.open(0, null);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at < part.end()) {
            var read = readPart(into, offset, length);
            if (read > 0) {
                at += read;
                breaks = 0;
                return read;
            }
            part = source.open(at, part.version());
        }
        return verifiedEnd();
    }

    /** How many bytes came; 0 if the connection has broken, which is never let out: it is no end of what is zipped. */
    private int readPart(byte[] into, int offset, int length) throws IOException {
        IOException broken;
        try {
            var read = part.bytes().read(into, offset, length);
            if (read > 0) {
                return read;
            }
            broken = new IOException("ended at byte " + at + " of " + part.end());
        } catch (IOException brokenOff) {
            broken = brokenOff;
        } catch (SdkClientException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
        abort();
        breaks++;
        if (breaks >= MOST_BREAKS) {
            throw new EventLogAwayException("connections break: " + broken.getMessage(), broken);
        }
        return 0;
    }

    /** The client compares checksums, where the object has one, when it is asked for what comes behind the last byte. */
    private int verifiedEnd() throws IOException {
        try {
            return part.bytes().read() < 0 ? -1 : tooLong();
        } catch (SdkClientException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        }
    }

    private int tooLong() throws IOException {
        throw new IOException("the object is longer than " + part.end() + " bytes");
    }

    /** A connection that is closed in order would be read to the end first. */
    private void abort() throws IOException {
        if (part.bytes() instanceof Abortable connection) {
            connection.abort();
        } else {
            part.bytes().close();
        }
    }

    @Override
    public void close() throws IOException {
        if (at < part.end()) {
            abort();
        } else {
            part.bytes().close();
        }
    }
}
