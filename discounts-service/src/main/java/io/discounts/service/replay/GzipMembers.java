package io.discounts.service.replay;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Reads the members of a <a href="https://www.rfc-editor.org/rfc/rfc1952">gzip file</a> one after the other. Unlike
 * {@link java.util.zip.GZIPInputStream} it takes a member that is cut off in its header for what it is, and does not ask
 * a slow source whether more is to come in order to believe that it does not. Throws {@link EOFException} where the file
 * has been cut off and {@link ZipException} where it is damaged; what was read until then is good. Not thread-safe.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATED = 8;
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int TIME_AND_SYSTEM = 6;
    private static final int BUFFER = 1 << 16;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private boolean within;

    GzipMembers(InputStream source) {
        this.source = source;
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
        while (within || beginMember()) {
            var inflated = inflate(into, offset, length);
            if (inflated > 0) {
                crc.update(into, offset, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                endMember();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            var inflated = inflater.inflate(into, offset, length);
            if (inflated == 0 && inflater.needsInput()) {
                at = filled;
                requireInput();
                inflater.setInput(buffer, at, filled - at);
            }
            if (inflater.needsDictionary()) {
                throw new ZipException("gzip members have no dictionary");
            }
            return inflated;
        } catch (DataFormatException damaged) {
            var failure = new ZipException("damaged gzip");
            failure.initCause(damaged);
            throw failure;
        }
    }

    /** False at the end of the file. */
    private boolean beginMember() throws IOException {
        if (at == filled && !fill()) {
            return false;
        }
        if (twoBytes() != MAGIC || oneByte() != DEFLATED) {
            throw new ZipException("not gzip");
        }
        var flags = oneByte();
        skip(TIME_AND_SYSTEM);
        if ((flags & EXTRA) != 0) {
            skip(twoBytes());
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CRC) == 0 ? 0 : 2);
        inflater.reset();
        inflater.setInput(buffer, at, filled - at);
        crc.reset();
        within = true;
        return true;
    }

    private void endMember() throws IOException {
        at = filled - inflater.getRemaining();
        var sum = twoBytes() | (long) twoBytes() << 16;
        var length = twoBytes() | (long) twoBytes() << 16;
        if (sum != crc.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("gzip checksum does not fit");
        }
        within = false;
    }

    private void skipText(boolean present) throws IOException {
        while (present && oneByte() != 0) {}
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            oneByte();
        }
    }

    private int twoBytes() throws IOException {
        return oneByte() | oneByte() << 8;
    }

    private int oneByte() throws IOException {
        if (at == filled) {
            requireInput();
        }
        return buffer[at++] & 0xff;
    }

    private void requireInput() throws IOException {
        if (!fill()) {
            throw new EOFException("gzip is cut off");
        }
    }

    private boolean fill() throws IOException {
        var read = source.read(buffer);
        at = 0;
        filled = Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        source.close();
    }
}
