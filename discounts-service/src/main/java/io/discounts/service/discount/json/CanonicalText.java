package io.discounts.service.discount.json;

import io.discounts.service.discount.WrittenStores;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a canonical discount, read from left to right: what must come next, and what may. Throws
 * {@link OtherTextException} wherever they are not as {@link DiscountJson#write} writes them, or not as simple. For one thread.
 */
final class CanonicalText {
    private static final int MAX_DIGITS = 18;
    private static final char REPLACEMENT = '\uFFFD';

    /** Here is something that only a reader of any JSON understands. */
    static final class OtherTextException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OtherTextException() {
            super("not canonical", null, false, false);
        }
    }

    private final byte[] bytes;
    private int at;

    CanonicalText(byte[] bytes) {
        this.bytes = bytes;
    }

    static byte[] literal(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Where the next byte is. */
    int position() {
        return at;
    }

    /** Whether this comes next; if so it is passed over. */
    boolean takes(byte[] literal) {
        int until = at + literal.length;
        if (until <= bytes.length && Arrays.equals(bytes, at, until, literal, 0, literal.length)) {
            at = until;
            return true;
        }
        return false;
    }

    boolean takes(char character) {
        if (at < bytes.length && bytes[at] == character) {
            at++;
            return true;
        }
        return false;
    }

    /** Whether a field of this name comes next, as the first of its object or after another one; the value is what is left. */
    boolean takesField(byte[] name) {
        int before = at;
        if ((bytes[at - 1] == '{' || takes(',')) && takes(name)) {
            return true;
        }
        at = before;
        return false;
    }

    void expect(byte[] literal) {
        require(takes(literal));
    }

    void expect(char character) {
        require(takes(character));
    }

    void expectEnd() {
        require(at == bytes.length);
    }

    static void require(boolean asWritten) {
        if (!asWritten) {
            throw new OtherTextException();
        }
    }

    /** The rest of a string whose opening quote is behind. */
    String string() {
        int from = at;
        return passesPlainString()
                ? new String(bytes, from, at - 1 - from, StandardCharsets.ISO_8859_1)
                : decoded(from);
    }

    /** The same of one that comes again and again. */
    <T> T known(KnownNames<T> names) {
        int from = at;
        return passesPlainString() ? names.find(bytes, from, at - 1) : names.make(decoded(from));
    }

    /** What the text since a position stands for: what the same text has stood for before, or else this. */
    <T> T shared(KnownTexts<T> texts, int from, T read) {
        var known = texts.find(bytes, from, at);
        return known == null ? texts.keep(bytes, from, at, read) : known;
    }

    /** Passes over the rest of a string and its closing quote; whether that was plain ASCII, without an escape. */
    private boolean passesPlainString() {
        int end = at;
        while (end < bytes.length && isPlain(bytes[end])) {
            end++;
        }
        at = end;
        return takes('"') || passesString();
    }

    private static boolean isPlain(byte character) {
        return character >= ' ' && character != '"' && character != '\\';
    }

    private boolean passesString() {
        for (int next = next(); next != '"'; next = next()) {
            if (next == '\\') {
                next = next();
                require(next == '"' || next == '\\');
            }
            require(next < 0 || next >= ' ');
        }
        return false;
    }

    private int next() {
        require(at < bytes.length);
        return bytes[at++];
    }

    /** Malformed UTF-8 becomes replacement characters, which nobody writes but in error. */
    private String decoded(int from) {
        var raw = new String(bytes, from, at - 1 - from, StandardCharsets.UTF_8);
        require(raw.indexOf(REPLACEMENT) < 0);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    private static String unescaped(String raw) {
        var text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '\\') {
                i++;
            }
            text.append(raw.charAt(i));
        }
        return text.toString();
    }

    /** A list of stores' ids, if there is nothing else in it. */
    @Nullable
    WrittenStores storeList() {
        var stores = at + 1 < bytes.length && bytes[at] == '[' ? WrittenStores.read(bytes, at + 1) : null;
        if (stores != null) {
            at += 1 + stores.length();
            expect(']');
        }
        return stores;
    }

    /** Digits without a sign, leading zeros, decimals or an exponent; what follows tells whether that was all. */
    long whole() {
        int from = at;
        long number = 0;
        while (at < bytes.length && isDigit(bytes[at])) {
            number = 10 * number + bytes[at++] - '0';
        }
        int digits = at - from;
        require(digits > 0 && digits <= MAX_DIGITS && (bytes[from] != '0' || digits == 1));
        return number;
    }

    int int32() {
        long number = whole();
        require(number <= Integer.MAX_VALUE);
        return (int) number;
    }

    /** A number of so many digits, leading zeros among them. */
    int digits(int count) {
        require(at + count <= bytes.length);
        int number = 0;
        for (int until = at + count; at < until; at++) {
            require(isDigit(bytes[at]));
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }

    /** The next digit, or -1 if there is none. */
    int digit() {
        return at < bytes.length && isDigit(bytes[at]) ? bytes[at++] - '0' : -1;
    }

    /** All of it, not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
