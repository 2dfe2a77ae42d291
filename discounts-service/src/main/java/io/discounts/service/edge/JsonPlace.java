package io.discounts.service.edge;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.exc.StreamReadException;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where in a document the JSON reader stopped, as an RFC 6901 pointer that is safe to give back. */
final class JsonPlace {
    private static final int LONGEST_NAME = 64;

    private JsonPlace() {}

    static String of(JacksonException refusal) {
        var names = refusal instanceof StreamReadException || refusal.getPath().isEmpty()
                ? namesReadLast(refusal.processor())
                : refusal.getPath().stream().map(JsonPlace::name);
        return names.map(JsonPlace::token).collect(Collectors.joining());
    }

    private static Stream<String> namesReadLast(@Nullable Object processor) {
        return processor instanceof JsonParser parser
                ? Stream.iterate(
                                parser.streamReadContext().pathAsPointer(),
                                place -> !place.matches(),
                                JsonPointer::tail)
                        .map(JsonPointer::getMatchingProperty)
                : Stream.empty();
    }

    private static String name(JacksonException.Reference place) {
        return place.getPropertyName() == null ? Integer.toString(place.getIndex()) : place.getPropertyName();
    }

    private static String token(String name) {
        var plain = name.codePoints()
                .limit(LONGEST_NAME)
                .map(character -> isPlain(character) ? character : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "/" + plain.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isPlain(int character) {
        return (character >= ' ' && character <= '~') || Character.isLetterOrDigit(character);
    }
}
