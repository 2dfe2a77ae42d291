package io.discounts.loadtests.reads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What must be known of an answer's head, byte by byte. For one thread. */
final class LightHead {
    private static final int MOST_BYTES = 8192;
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final byte[] line = new byte[MOST_BYTES];
    private int used;
    private int status;
    private long length;
    private boolean inChunks;
    private boolean closes;

    /** Another answer begins. */
    void clear() {
        used = 0;
        status = 0;
        length = -1;
        inChunks = false;
        closes = false;
    }

    /**
     * Takes its next byte, and tells whether that was the last.
     *
     * @throws IOException if nobody can know where the answer ends
     */
    boolean take(byte next) throws IOException {
        if (next != '\n') {
            keep(next);
            return false;
        }
        var size = used > 0 && line[used - 1] == '\r' ? used - 1 : used;
        used = 0;
        if (size > 0) {
            note(size);
            return false;
        }
        if (!inChunks && length < 0) {
            throw new IOException("an answer of unknown length");
        }
        return true;
    }

    int status() {
        return status;
    }

    long length() {
        return length;
    }

    boolean isInChunks() {
        return inChunks;
    }

    /** Whether the server takes no more requests on this connection. */
    boolean closes() {
        return closes;
    }

    private void keep(byte next) throws IOException {
        if (used == line.length) {
            throw new IOException("a header of more than " + line.length + " bytes");
        }
        line[used++] = next;
    }

    private void note(int size) {
        if (status == 0) {
            status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + line[11] - '0';
        } else if (begins(size, LENGTH)) {
            var digits = new String(line, LENGTH.length, size - LENGTH.length, StandardCharsets.US_ASCII);
            length = Long.parseLong(digits.trim());
        } else if (begins(size, CHUNKED)) {
            inChunks = true;
        } else if (begins(size, CLOSE)) {
            closes = true;
        }
    }

    private boolean begins(int size, byte[] with) {
        if (size < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            var lower = line[i] >= 'A' && line[i] <= 'Z' ? line[i] + 'a' - 'A' : line[i];
            if (lower != with[i]) {
                return false;
            }
        }
        return true;
    }
}
