package io.discounts.service.discount;

import java.util.Collection;
import java.util.Set;

/** The constraints that several values share; each throws {@link IllegalArgumentException} naming what is wrong. */
final class Checks {
    static final int MAX_IDENTIFIER = 64;
    static final int MAX_NAME = 128;

    private Checks() {}

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** What is wrong is put into words where something is: names are checked by the thousand. */
    static void check(boolean holds, String what, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(what + otherwise);
        }
    }

    static String identifier(String value, String what) {
        check(isIdentifier(value), what, " must match [A-Za-z0-9._~-]{1,64}");
        return value;
    }

    static boolean isIdentifier(String value) {
        return !value.isEmpty() && value.length() <= MAX_IDENTIFIER && isIdentifierText(value);
    }

    /**
     * A name of the providers' making: anything a person could type, bounded, and fit for UTF-8. Characters are code
     * points, as JSON Schema and the tables' columns count them: a pizza is one.
     */
    static String name(String value, String what, int maxLength) {
        if (value.isBlank() || value.codePointCount(0, value.length()) > maxLength) {
            throw new IllegalArgumentException(what + " must have 1 to " + maxLength + " characters");
        }
        check(isWritable(value), what, " must not hold control characters or unpaired surrogates");
        return value;
    }

    /** An immutable copy that keeps the provider's order, so that the same discount always renders to the same bytes. */
    static Set<String> names(Collection<String> values, String what) {
        values.forEach(value -> name(value, what, MAX_NAME));
        return OrderedSet.copyOf(values);
    }

    static Set<String> someNames(Collection<String> values, String what) {
        check(!values.isEmpty(), what, " must not be empty");
        return names(values, what);
    }

    /** A loop, for streams over all its names would be a kilobyte of garbage for each discount read. */
    private static boolean isWritable(String value) {
        int i = 0;
        while (i < value.length() && isPrintableAscii(value.charAt(i))) {
            i++;
        }
        while (i < value.length()) {
            int codePoint = value.codePointAt(i);
            // A paired surrogate is part of a greater code point; UTF-8 cannot write one alone.
            if (Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    private static boolean isPrintableAscii(char c) {
        return c >= ' ' && c <= '~';
    }

    private static boolean isIdentifierText(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isIdentifierCharacter(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isIdentifierCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '-';
    }
}
