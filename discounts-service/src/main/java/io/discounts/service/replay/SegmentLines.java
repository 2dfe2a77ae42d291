package io.discounts.service.replay;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * The lines of one segment, one after the other, without their ends. A segment that is cut off or damaged ends where that
 * is found; what it had of a last line is the last line. Not thread-safe.
 */
final class SegmentLines implements AutoCloseable {
    /** More than a stream takes in one record. */
    static final int MAX_LINE = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private final CountedInput kept;
    private final InputStream lines;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] begun = new byte[BUFFER];
    private int begunLength;
    private int at;
    private int filled;
    private long number;
    private @Nullable String trouble;

    private SegmentLines(CountedInput kept, InputStream lines) {
        this.kept = kept;
        this.lines = lines;
    }

    static SegmentLines of(Segment segment, InputStream bytes) {
        var kept = new CountedInput(bytes);
        return new SegmentLines(kept, segment.isZipped() ? new GzipMembers(kept) : kept);
    }

    /** How many lines have been read, empty ones included; the number of the one read last. */
    long number() {
        return number;
    }

    /** How many of the segment's bytes, as it is kept, have been read. */
    long position() {
        return kept.count();
    }

    /** What is wrong with the segment, and behind which line; absent while nothing is known. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /**
     * The next line; null at the end.
     *
     * @throws IOException if the segment cannot be read now
     */
    byte @Nullable [] next() throws IOException {
        while (trouble == null || at < filled) {
            var end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            if (!take(end)) {
                return null;
            }
            if (end < filled) {
                at = end + 1;
                return ended();
            }
            if (!fill()) {
                break;
            }
        }
        return begunLength == 0 ? null : ended();
    }

    /** False if no stream can have carried the line: then this is no segment, and nothing more of it is read. */
    private boolean take(int until) {
        var length = until - at;
        if (begunLength + length > MAX_LINE) {
            trouble = "line " + (number + 1) + " is longer than " + MAX_LINE + " bytes";
            begunLength = 0;
            at = filled;
            return false;
        }
        if (begunLength + length > begun.length) {
            begun = Arrays.copyOf(begun, Math.max(2 * begun.length, begunLength + length));
        }
        System.arraycopy(buffer, at, begun, begunLength, length);
        begunLength += length;
        at = until;
        return true;
    }

    private byte[] ended() {
        number++;
        var length = begunLength > 0 && begun[begunLength - 1] == '\r' ? begunLength - 1 : begunLength;
        begunLength = 0;
        return Arrays.copyOf(begun, length);
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = 0;
        try {
            filled = Math.max(lines.read(buffer), 0);
        } catch (EOFException cutOff) {
            trouble = "cut off behind line " + number;
        } catch (ZipException damaged) {
            trouble = damaged.getMessage() + " behind line " + number;
        }
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
