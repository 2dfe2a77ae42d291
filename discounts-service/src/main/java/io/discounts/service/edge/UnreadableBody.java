package io.discounts.service.edge;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Why a request body could not be read: the place as a JSON pointer, the reason without the JSON reader's words. */
final class UnreadableBody {
    private final long maxBytes;

    UnreadableBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    Problem problem(Throwable failure) {
        if (cause(failure, PayloadTooLargeException.class) != null) {
            return BodyLimitFilter.tooLarge(maxBytes);
        }
        var refusal = cause(failure, JacksonException.class);
        return Problem.invalid(List.of(refusal == null ? unread(failure) : violation(refusal)));
    }

    private static Violation unread(Throwable failure) {
        var broken = cause(failure, IOException.class) != null;
        return new Violation("", broken ? "could not be read to its end" : "a JSON document is expected");
    }

    private static Violation violation(JacksonException refusal) {
        return new Violation(JsonPlace.of(refusal), reason(refusal));
    }

    private static String reason(JacksonException refusal) {
        return switch (refusal) {
            case StreamConstraintsException tooMuch ->
                "nests deeper, or has a longer text, number or name, than the service reads";
            case InputCoercionException number -> "is out of range";
            case UnexpectedEndOfInputException end -> "the JSON document ends too early";
            case StreamReadException malformed ->
                says(malformed, "Duplicate Object property") ? "is there twice" : "is not valid JSON";
            case MismatchedInputException mismatch ->
                says(mismatch, "Trailing token")
                        ? "goes on after its end"
                        : JsonExpectation.of(mismatch.getTargetType());
            case JacksonException other ->
                cause(other, IOException.class) == null ? "is not valid" : "could not be read to its end";
        };
    }

    /** The reader has no types of their own for these. */
    private static boolean says(JacksonException refusal, String words) {
        return refusal.getOriginalMessage().startsWith(words);
    }

    private static <T> @Nullable T cause(Throwable failure, Class<T> type) {
        return Stream.<Throwable>iterate(failure, Throwable::getCause)
                .limit(20)
                .takeWhile(cause -> cause != null)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
