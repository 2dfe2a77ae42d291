package io.discounts.service.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What has been written before the piece at hand. An answer of hundreds of kilobytes in one array would be what G1 calls
 * humongous, half a region or more: each has regions of its own, and is not allocated where young objects are.
 */
final class FullPieces {
    /** In bytes; the smallest region has sixteen times as much. */
    static final int LARGEST = 1 << 16;

    private static final class Piece {
        final byte[] bytes;
        final int size;

        Piece(byte[] bytes, int size) {
            this.bytes = bytes;
            this.size = size;
        }
    }

    private final List<Piece> pieces = new ArrayList<>(0);
    private int size;

    /** @param size how much of the array is written; nobody writes to it any more */
    void add(byte[] bytes, int size) {
        if (size > 0) {
            pieces.add(new Piece(bytes, size));
            this.size += size;
        }
    }

    /** In bytes, of all. */
    int size() {
        return size;
    }

    /** The one written last, or another where none has been. */
    byte lastOr(byte other) {
        if (pieces.isEmpty()) {
            return other;
        }
        var last = pieces.getLast();
        return last.bytes[last.size - 1];
    }

    void writeTo(OutputStream out) throws IOException {
        for (var piece : pieces) {
            out.write(piece.bytes, 0, piece.size);
        }
    }

    /** From the beginning of an array. */
    void copyTo(byte[] all) {
        int at = 0;
        for (var piece : pieces) {
            System.arraycopy(piece.bytes, 0, all, at, piece.size);
            at += piece.size;
        }
    }
}
