package io.discounts.sdk.shadow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What counts as a difference. Places are given as {@link Mismatch#field}, {@code /discounts/{id}/label}, or as a very place,
 * {@link Mismatch#pointer}. Money is compared to the minor unit, and so is every other number.
 *
 * @param ignored places not looked at, with all below them; the text that tells what would unlock a discount by default, which
 *     the contract does not promise. Watermarks and staleness are never compared
 * @param normalisers what is done to both sides' texts at a field before they are compared; none by default
 * @param unordered lists whose order counts for nothing, such as {@code /notApplied}; none by default
 * @param maxMismatches told of one call, 20
 */
public record ComparisonOptions(
        Set<String> ignored, Map<String, UnaryOperator<String>> normalisers, Set<String> unordered, int maxMismatches) {
    public static final ComparisonOptions DEFAULTS =
            new ComparisonOptions(Set.of("/notApplied/{id}/unlock"), Map.of(), Set.of(), 20);

    /** Takes no notice of white space around a text. */
    public static final UnaryOperator<String> TRIM = String::strip;

    /** Takes no notice of case. */
    public static final UnaryOperator<String> LOWER_CASE = text -> text.toLowerCase(Locale.ROOT);

    public ComparisonOptions {
        ignored = Set.copyOf(ignored);
        normalisers = Map.copyOf(normalisers);
        unordered = Set.copyOf(unordered);
        if (maxMismatches < 1) {
            throw new IllegalArgumentException("maxMismatches must be positive");
        }
    }

    public ComparisonOptions ignoring(String place) {
        return new ComparisonOptions(plus(ignored, place), normalisers, unordered, maxMismatches);
    }

    /** After the normaliser that the field may have already. */
    public ComparisonOptions normalising(String field, UnaryOperator<String> normaliser) {
        var more = new HashMap<>(normalisers);
        more.merge(field, normaliser, (first, second) -> text -> second.apply(first.apply(text)));
        return new ComparisonOptions(ignored, more, unordered, maxMismatches);
    }

    public ComparisonOptions inAnyOrder(String list) {
        return new ComparisonOptions(ignored, normalisers, plus(unordered, list), maxMismatches);
    }

    public ComparisonOptions withMaxMismatches(int newMaxMismatches) {
        return new ComparisonOptions(ignored, normalisers, unordered, newMaxMismatches);
    }

    boolean ignores(Place place) {
        return place.isIn(ignored);
    }

    boolean isOrdered(Place list) {
        return !list.isIn(unordered);
    }

    boolean normalises(Place place) {
        return normalisers.containsKey(place.field());
    }

    UnaryOperator<String> normaliser(Place place) {
        return normalisers.getOrDefault(place.field(), UnaryOperator.identity());
    }

    private static Set<String> plus(Set<String> places, String place) {
        var more = new HashSet<>(places);
        more.add(Objects.requireNonNull(place, "place"));
        return more;
    }
}
