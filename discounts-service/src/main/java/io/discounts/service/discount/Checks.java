package io.discounts.service.discount;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
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

    static String identifier(String value, String what) {
        check(isIdentifier(value), what + " must match [A-Za-z0-9._~-]{1,64}");
        return value;
    }

    static boolean isIdentifier(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_IDENTIFIER
                && value.chars().allMatch(Checks::isIdentifierCharacter);
    }

    /** A name of the providers' making: anything a person could type, bounded, and fit for UTF-8. */
    static String name(String value, String what, int maxLength) {
        check(!value.isBlank() && value.length() <= maxLength, what + " must have 1 to " + maxLength + " characters");
        check(value.codePoints().noneMatch(Character::isISOControl), what + " must not hold control characters");
        check(value.codePoints().noneMatch(Checks::isSurrogate), what + " must not hold unpaired surrogates");
        return value;
    }

    /** An immutable copy that keeps the provider's order, so that the same discount always renders to the same bytes. */
    static Set<String> names(Collection<String> values, String what) {
        values.forEach(value -> name(value, what, MAX_NAME));
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    static Set<String> someNames(Collection<String> values, String what) {
        check(!values.isEmpty(), what + " must not be empty");
        return names(values, what);
    }

    /** A paired one is part of a greater code point, so one that shows up is alone, and UTF-8 cannot write it. */
    private static boolean isSurrogate(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static boolean isIdentifierCharacter(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '_'
                || c == '~'
                || c == '-';
    }
}
