package io.discounts.service.eligibility;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/** What a reason tells of what was asked for and of what was found. */
public sealed interface Told {
    /** An amount in minor units, a count of units, orders or uses. */
    record Quantity(long value) implements Told {}

    record Text(String value) implements Told {}

    record Texts(List<String> values) implements Told {
        public Texts {
            values = List.copyOf(values);
        }

        static Texts of(Collection<String> values) {
            return new Texts(List.copyOf(values));
        }

        /** For values whose order means nothing. */
        static Texts sorted(Collection<String> values) {
            return new Texts(values.stream().sorted().toList());
        }
    }

    /** Both inclusive; an absent one does not bind. */
    record Bounds(@Nullable Integer min, @Nullable Integer max) implements Told {}
}
