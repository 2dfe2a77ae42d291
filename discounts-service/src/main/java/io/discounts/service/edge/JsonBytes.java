package io.discounts.service.edge;

import tools.jackson.core.io.JsonStringEncoder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * JSON on its way out, as UTF-8, for half of what a general writer costs: it trusts whoever writes to begin, name and end things in
 * their order. As a stream it takes JSON that is rendered already. Not safe for use by several threads.
 */
public final class JsonBytes extends OutputStream {
    private static final int LONGEST_NUMBER = 20;

    private final FullPieces before = new FullPieces();
    private byte[] bytes;
    private int size;

    /** @param expectedSize in bytes; it grows where that is too little */
    public JsonBytes(int expectedSize) {
        this.bytes = new byte[Math.min(expectedSize, FullPieces.LARGEST)];
    }

    public void beginObject() {
        next();
        write('{');
    }

    public void beginObject(String name) {
        name(name);
        write('{');
    }

    public void endObject() {
        write('}');
    }

    public void beginArray() {
        next();
        write('[');
    }

    public void beginArray(String name) {
        name(name);
        write('[');
    }

    public void endArray() {
        write(']');
    }

    /** The name of what comes next, in which nothing has to be escaped. */
    public void name(String plain) {
        next();
        room(plain.length() + 3);
        bytes[size++] = '"';
        ascii(plain);
        bytes[size++] = '"';
        bytes[size++] = ':';
    }

    /**
     * A text, escaped as far as it has to be.
     *
     * @throws IllegalArgumentException for half a surrogate pair, which UTF-8 cannot tell
     */
    public void value(String text) {
        beginText();
        text(text);
        endText();
    }

    /** Begins a value that comes in parts, each of them by {@link #text}, {@link #plain} or {@link #number}. */
    public void beginText() {
        next();
        write('"');
    }

    /** A part of a text, escaped as far as it has to be. */
    public void text(String part) {
        room(part.length());
        int plain = plainStart(part);
        if (plain < part.length()) {
            write(JsonStringEncoder.getInstance().quoteAsUTF8(part.substring(plain)));
        }
    }

    /** A part of a text that is ASCII and in which nothing has to be escaped. */
    public void plain(String part) {
        room(part.length());
        ascii(part);
    }

    /** A whole number as a part of a text. */
    public void number(long number) {
        room(LONGEST_NUMBER);
        if (number < 0) {
            ascii(Long.toString(number));
            return;
        }
        int end = size + digits(number);
        size = end;
        for (long left = number; end > 0; left /= 10) {
            bytes[--end] = (byte) ('0' + left % 10);
            if (left < 10) {
                return;
            }
        }
    }

    public void endText() {
        write('"');
    }

    public void value(long number) {
        next();
        number(number);
    }

    public void property(String name, String text) {
        name(name);
        value(text);
    }

    public void property(String name, long number) {
        name(name);
        value(number);
    }

    /** A text that is ASCII and in which nothing has to be escaped. */
    public void plainProperty(String name, String plain) {
        name(name);
        room(plain.length() + 2);
        bytes[size++] = '"';
        ascii(plain);
        bytes[size++] = '"';
    }

    public void property(String name, boolean flag) {
        name(name);
        json(flag ? "true" : "false");
    }

    /** A value that is JSON already, all of it ASCII. */
    public void json(String ascii) {
        next();
        room(ascii.length());
        ascii(ascii);
    }

    /** Writes the comma that is due unless what comes next is the first of its kind, or has been named. */
    public void next() {
        byte last = size == 0 ? before.lastOr((byte) '[') : bytes[size - 1];
        if (last != ':' && last != '{' && last != '[') {
            write(',');
        }
    }

    @Override
    public void write(int one) {
        room(1);
        bytes[size++] = (byte) one;
    }

    @Override
    public void write(byte[] rendered) {
        write(rendered, 0, rendered.length);
    }

    @Override
    public void write(byte[] rendered, int from, int length) {
        room(length);
        System.arraycopy(rendered, from, bytes, size, length);
        size += length;
    }

    public int size() {
        return before.size() + size;
    }

    public void writeTo(OutputStream out) throws IOException {
        before.writeTo(out);
        out.write(bytes, 0, size);
    }

    public byte[] toByteArray() {
        var all = new byte[size()];
        before.copyTo(all);
        System.arraycopy(bytes, 0, all, before.size(), size);
        return all;
    }

    @Override
    public String toString() {
        return new String(toByteArray(), StandardCharsets.UTF_8);
    }

    /** Writes characters up to the first that is not written as it is; its place. */
    private int plainStart(String text) {
        byte[] to = bytes;
        int from = size;
        int length = text.length();
        int i = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                break;
            }
            to[from + i] = (byte) c;
        }
        size += i;
        return i;
    }

    /** The method is out of favour for what it does to other texts; to ASCII it does what is wanted, at the cost of a copy. */
    @SuppressWarnings("deprecation")
    private void ascii(String text) {
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    private static int digits(long number) {
        int digits = 1;
        for (long left = number; left >= 10; left /= 10) {
            digits++;
        }
        return digits;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            before.add(bytes, size);
            bytes = new byte[Math.max(more, Math.min(2 * bytes.length, FullPieces.LARGEST))];
            size = 0;
        }
    }
}
